// What a block of Java in the documentation may take for granted: these imports, and what this class declares.
// DocumentationTest compiles every block against it. Keep it short: what a reader has to guess is better written out.

import static io.sluice.library.Author_.AUTHOR;
import static io.sluice.library.Book_.BOOK;
import static io.sluice.mapping.Loads.*;
import static io.sluice.schema.Columns.*;
import static io.sluice.session.Window.window;
import static io.sluice.shop.Customers.CUSTOMERS;
import static io.sluice.shop.Orders.ORDERS;
import static io.sluice.sql.Aggregates.*;
import static io.sluice.sql.Functions.*;
import static io.sluice.sql.Sql.*;
import static io.sluice.type.SqlTypes.*;

import io.sluice.Dialects;
import io.sluice.engine.Engine;
import io.sluice.library.Author;
import io.sluice.library.Book;
import io.sluice.schema.*;
import io.sluice.session.AsyncSession;
import io.sluice.session.AsyncSessionFactory;
import io.sluice.sql.*;
import io.sluice.sql.tree.ReferentialAction;
import io.sluice.type.SqlType;
import io.sluice.type.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class Given {}
