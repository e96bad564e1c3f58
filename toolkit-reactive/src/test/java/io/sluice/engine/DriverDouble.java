package io.sluice.engine;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Type;
import io.r2dbc.spi.ValidationDepth;
import io.sluice.Dialects;
import io.sluice.driver.postgresql.PostgresqlDriver;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A driver without a database, with cursors in PostgreSQL's words: every query has three rows of one integer. It tells each signal
 * that it is about to give, so that something can happen just then.
 */
final class DriverDouble implements ConnectionFactory, Driver {
    private final Signals signals;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();

    /** Is told of each signal, and may throw instead of it. */
    @FunctionalInterface
    interface Signals {
        void about(String signal);
    }

    DriverDouble(Signals signals) {
        this.signals = signals;
    }

    @Override
    public Publisher<? extends Connection> create() {
        return step("connect", () -> {
            var line = new Line();
            lines.add(line);
            return Mono.just(line.connection());
        });
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return () -> "nothing";
    }

    @Override
    public boolean serves(String databaseName) {
        return false;
    }

    @Override
    public boolean connects(String driver) {
        return false;
    }

    @Override
    public Optional<Cursors> cursors() {
        return new PostgresqlDriver().cursors();
    }

    @Override
    public boolean readsToTheEnd() {
        return true;
    }

    /** An engine over it. */
    Engine engine(UnaryOperator<EngineOptions> options) {
        return Engine.of(this, Dialects.POSTGRESQL, this, options.apply(EngineOptions.DEFAULTS));
    }

    /** Connections that are open and in a transaction. */
    long openTransactions() {
        return lines.stream()
                .filter(line -> line.isOpen && line.isInTransaction)
                .count();
    }

    /** From now on the connections that there are answer no ping, and do not notice that nobody is there. */
    void silence() {
        lines.forEach(line -> line.isSilent = true);
    }

    /** How often a connection was asked whether it is there. */
    int pings() {
        return pings.get();
    }

    int opened() {
        return lines.size();
    }

    int open() {
        return (int) lines.stream().filter(line -> line.isOpen).count();
    }

    private <T> Mono<T> step(String signal, Supplier<Mono<T>> then) {
        return Mono.defer(() -> {
            signals.about(signal);
            return then.get();
        });
    }

    /** One connection. */
    private final class Line {
        private volatile boolean isOpen = true;
        private volatile boolean isInTransaction;
        private volatile boolean isSilent;

        Connection connection() {
            return proxy(Connection.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "beginTransaction" -> step("begin", () -> inTransaction(true));
                case "commitTransaction" -> step("commit", () -> inTransaction(false));
                case "rollbackTransaction" -> step("rollback", () -> inTransaction(false));
                case "createSavepoint", "releaseSavepoint", "rollbackTransactionToSavepoint" ->
                    step(method.getName(), Mono::empty);
                case "isAutoCommit" -> !isInTransaction;
                case "validate" -> arguments[0] == ValidationDepth.LOCAL ? Mono.fromSupplier(() -> isOpen) : ping();
                case "close" ->
                    step("close", () -> {
                        isOpen = false;
                        return Mono.empty();
                    });
                case "createStatement" -> statement();
                default -> throw new UnsupportedOperationException(method.getName());
            });
        }

        private Mono<Boolean> ping() {
            return Mono.defer(() -> {
                pings.incrementAndGet();
                return isSilent ? Mono.never() : Mono.just(isOpen);
            });
        }

        private Mono<Void> inTransaction(boolean isNow) {
            isInTransaction = isNow;
            return Mono.empty();
        }

        private Statement statement() {
            signals.about("createStatement");
            return proxy(Statement.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "execute" -> Flux.from(step("execute", () -> Mono.just(result())));
                default -> proxy;
            });
        }
    }

    @SuppressWarnings("unchecked") // the one parameter of map
    private Result result() {
        return proxy(Result.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "map" -> rows((BiFunction<Row, RowMetadata, ?>) arguments[0]);
            case "getRowsUpdated" -> step("count", () -> Mono.just(1L));
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private <T> Flux<T> rows(BiFunction<Row, RowMetadata, T> reader) {
        return Flux.range(1, 3)
                .map(number -> {
                    signals.about("row");
                    return reader.apply(row(number), METADATA);
                })
                .concatWith(step("end of rows", Mono::empty));
    }

    private static Row row(int number) {
        return proxy(Row.class, (proxy, method, arguments) -> number);
    }

    private static final ColumnMetadata COLUMN =
            proxy(ColumnMetadata.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getName" -> "n";
                case "getType" -> proxy(Type.class, (type, of, none) -> "INT4");
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static final RowMetadata METADATA =
            proxy(RowMetadata.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getColumnMetadatas" -> List.of(COLUMN);
                case "getColumnMetadata" -> COLUMN;
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(DriverDouble.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
