package io.sluice.engine;

import java.util.Objects;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Functions of users, which may throw anything and give anything. */
final class UserCode {

    private UserCode() {}

    /** What a function gives; what it throws, or a null, is an error of the stream. */
    static <A, T> Publisher<T> call(Function<? super A, ? extends Publisher<T>> function, A argument) {
        try {
            return Objects.requireNonNull(
                    function.apply(argument), "the function gave null instead of a Mono or Flux; give Mono.empty()");
        } catch (Throwable e) {
            return Flux.error(e);
        }
    }
}
