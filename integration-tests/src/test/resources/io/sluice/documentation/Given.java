// What a block of Java in the documentation may take for granted: these imports, and what this class declares.
// DocumentationTest compiles every block against it. Keep it short: what a reader has to guess is better written out.

import io.sluice.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class Given {}
