package io.sluice.type;

import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.character;
import static io.sluice.type.SqlTypes.enumeration;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.other;
import static io.sluice.type.SqlTypes.varchar;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every type of the catalogue, with values of it. */
final class Samples {
    private static final String ALPHABET = "abcXYZ019 ,\"'\\{}()[]:;%_\n\t\u0001éßİ漢ע😀𝒳";
    private static final int[] CHARACTERS = ALPHABET.codePoints().toArray();

    /** An amount of money, kept as a number of cents: a type of one's own. */
    record Money(long cents) {}

    /** An enum of the database. */
    enum Mood {
        SAD,
        OK,
        Very_happy
    }

    /** An address of a network card, kept in a type that the catalogue does not have: all that it takes. */
    record Mac(String text) {}

    static final SqlType<Mac> MAC = other("macaddr").map(Mac.class, Mac::new, Mac::text);
    static final SqlType<Money> MONEY = SqlTypes.BIGINT.map(Money.class, Money::new, Money::cents);
    static final SqlType<Mood> MOOD = enumeration("mood", Mood.class);

    private Samples() {}

    static List<Sample<?>> all() {
        return Stream.of(numbers(), texts(), times(), others(), ranges(), arrays())
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Sample<?>> numbers() {
        return Stream.of(
                Sample.of(SqlTypes.BOOLEAN, Random::nextBoolean),
                Sample.of(SqlTypes.SMALLINT, random -> (short) random.nextInt())
                        .edge("least", Short.MIN_VALUE)
                        .edge("greatest", Short.MAX_VALUE),
                Sample.of(SqlTypes.INTEGER, Random::nextInt)
                        .edge("least", Integer.MIN_VALUE)
                        .edge("greatest", Integer.MAX_VALUE),
                Sample.of(SqlTypes.BIGINT, Random::nextLong)
                        .edge("least", Long.MIN_VALUE)
                        .edge("greatest", Long.MAX_VALUE),
                Sample.of(numeric(20, 6), random -> decimal(random, 46, 6))
                        .edge("zero", new BigDecimal("0.000000"))
                        .edge("20 nines", new BigDecimal("99999999999999.999999"))
                        .edge("a digit too many", new BigDecimal("100000000000000.000000")),
                Sample.of(SqlTypes.NUMERIC, random -> decimal(random, 1 + random.nextInt(100), random.nextInt(20)))
                        .edge("zero", BigDecimal.ZERO)
                        .edge("30 digits after the point", new BigDecimal("0.000000000000000000000000000001"))
                        .edge("100 digits", new BigDecimal("9".repeat(60) + "." + "1".repeat(40)))
                        .edge("4000 digits", new BigDecimal("7".repeat(2_000) + "." + "3".repeat(2_000)))
                        .edge("1E+3", new BigDecimal("1E+3"))
                        .edge("1E+200000", new BigDecimal("1E+200000"))
                        .edge("1E-17000", new BigDecimal("1E-17000"))
                        .keptAs((way, value) ->
                                way.isPostgresql() ? value.setScale(Math.max(0, value.scale())) : new Amount(value)),
                Sample.of(SqlTypes.REAL, random -> anyFinite(random))
                        .edge("least", Float.MIN_VALUE)
                        .edge("greatest", Float.MAX_VALUE)
                        .edge("-0", -0.0f)
                        .keptAs((way, value) -> way.isPostgresql() || value != 0 ? value : 0.0f)
                        .edge("NaN", Float.NaN)
                        .edge("infinity", Float.POSITIVE_INFINITY)
                        .edge("-infinity", Float.NEGATIVE_INFINITY),
                Sample.of(SqlTypes.DOUBLE, random -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62)))
                        .edge("least", Double.MIN_VALUE)
                        .edge("greatest", Double.MAX_VALUE)
                        .edge("-0", -0.0)
                        .keptAs((way, value) -> way.isPostgresql() || value != 0 ? value : 0.0)
                        .edge("NaN", Double.NaN)
                        .edge("infinity", Double.POSITIVE_INFINITY)
                        .edge("-infinity", Double.NEGATIVE_INFINITY),
                Sample.of(MONEY, random -> new Money(random.nextLong())).edge("least", new Money(Long.MIN_VALUE)));
    }

    private static Stream<Sample<?>> texts() {
        return Stream.of(
                Sample.of(varchar(40), random -> text(random, 20))
                        .edge("empty", "")
                        .edge("blanks at the end", "x  ")
                        .edge("beyond the BMP", "😀".repeat(40))
                        .edge("a character too many", "x".repeat(41))
                        .edge("NUL", "a\0b")
                        .edge("half a surrogate pair", "a\ud83d"),
                Sample.of(character(5), random -> text(random, 2).strip() + "x").keptAs(Samples::padded),
                Sample.of(SqlTypes.TEXT, random -> text(random, 200))
                        .edge("empty", "")
                        .edge("100,000 characters", "漢".repeat(100_000))
                        .edge("NUL", "a\0b")
                        .edge("half a surrogate pair", "a\ud83d"),
                Sample.of(SqlTypes.BYTEA, random -> bytes(random, random.nextInt(100)))
                        .edge("empty", new byte[0])
                        .edge("a megabyte", bytes(new Random(1), 1 << 20)),
                Sample.of(SqlTypes.JSON, random -> new Json(Documents.any(random)))
                        .edge("null of JSON", Json.NULL)
                        .edge("a text", new Json("\"a\\\\b\\n\\u0001😀\""))
                        .edge("a long number", new Json("12345678901234567890.12345"))
                        .keptAs((way, json) -> way.isPostgresql() ? json : Documents.meaning(json))
                        .notComparable(),
                Sample.of(SqlTypes.JSONB, random -> new Json(Documents.any(random)))
                        .edge("null of JSON", Json.NULL)
                        .edge("a text", new Json("\"a\\\\b\\n\\u0001😀\""))
                        .edge("a long number", new Json("12345678901234567890.12345"))
                        .keptAs((way, json) -> Documents.meaning(json))
                        .notComparable());
    }

    private static Stream<Sample<?>> times() {
        return Stream.of(
                Sample.of(SqlTypes.DATE, Samples::date)
                        .edge("year 1", LocalDate.of(1, 1, 1))
                        .edge("year 0", LocalDate.of(0, 12, 31))
                        .edge("year -4712", LocalDate.of(-4712, 1, 1))
                        .edge("year 9999", LocalDate.of(9999, 12, 31))
                        .edge("year 10000", LocalDate.of(10_000, 1, 1))
                        .edge("year 5874897", LocalDate.of(5_874_897, 12, 31))
                        .edge("a day that Julian calendars skip", LocalDate.of(1582, 10, 10))
                        .edge("infinity", LocalDate.MAX)
                        .edge("-infinity", LocalDate.MIN)
                        .edge("year 999999998", LocalDate.of(999_999_998, 1, 1)),
                Sample.of(SqlTypes.TIME, random -> LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)))
                        .edge("midnight", LocalTime.MIDNIGHT)
                        .edge("the last microsecond", LocalTime.of(23, 59, 59, 999_999_000))
                        .keptAs((way, time) -> time.truncatedTo(ChronoUnit.MICROS)),
                Sample.of(SqlTypes.TIMESTAMP, random -> date(random).atTime(anyTime(random)))
                        .edge("year 1", LocalDateTime.of(1, 1, 1, 0, 0))
                        .edge("year -4712", LocalDateTime.of(-4712, 1, 1, 0, 0, 0, 1_000))
                        .edge("the end of 9999", LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000))
                        .edge("year 294276", LocalDateTime.of(294_276, 12, 31, 23, 59, 59, 999_999_000))
                        .edge("an hour that a summer time skips", LocalDateTime.of(2024, 3, 31, 2, 30))
                        .edge("infinity", LocalDateTime.MAX)
                        .edge("-infinity", LocalDateTime.MIN)
                        .edge("year 999999998", LocalDateTime.of(999_999_998, 1, 1, 0, 0))
                        .keptAs((way, time) -> time.truncatedTo(ChronoUnit.MICROS)),
                Sample.of(SqlTypes.TIMESTAMPTZ, Samples::instant)
                        .edge("the epoch", Instant.EPOCH)
                        .edge("2038", Instant.parse("2038-01-19T03:14:08Z"))
                        .edge("year 1", Instant.parse("0001-01-01T00:00:00Z"))
                        .edge("year -4712", Instant.parse("-4712-01-01T00:00:00.000001Z"))
                        .edge("year 294276", Instant.parse("+294276-12-31T23:59:59.999999Z"))
                        .edge("an hour that comes twice", Instant.parse("2024-10-27T00:30:00Z"))
                        .edge("infinity", Instant.MAX)
                        .edge("-infinity", Instant.MIN)
                        .keptAs((way, time) -> micros(time)),
                Sample.of(
                                SqlTypes.TIMESTAMPTZ_OFFSET,
                                random -> instant(random)
                                        .atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_801))))
                        .edge("infinity", OffsetDateTime.MAX)
                        .edge("-infinity", OffsetDateTime.MIN)
                        .keptAs((way, time) -> time.equals(OffsetDateTime.MAX) || time.equals(OffsetDateTime.MIN)
                                ? time
                                : micros(time.toInstant()).atOffset(ZoneOffset.UTC)),
                Sample.of(
                                SqlTypes.INTERVAL,
                                random -> new Interval(
                                        random.nextInt(-2_000, 2_000),
                                        random.nextInt(-100_000, 100_000),
                                        random.nextLong(-900_000_000_000L, 900_000_000_000L)))
                        .edge("nothing", new Interval(0, 0, 0))
                        .edge("parts of either sign", new Interval(13, -40, 1))
                        .edge("greatest", new Interval(2_147_483_640, 2_147_483_640, 9_000_000_000_000_000_000L))
                        .edge("least", new Interval(-2_147_483_640, -2_147_483_640, -9_000_000_000_000_000_000L)));
    }

    private static Stream<Sample<?>> others() {
        return Stream.of(
                Sample.of(SqlTypes.UUID_TYPE, Samples::uuid)
                        .edge("of no version", UUID.fromString("bb1ad573-19b8-9cd8-68fb-0e6f684df992"))
                        .edge("zeros", new UUID(0, 0))
                        .edge("ones", new UUID(-1, -1)),
                Sample.of(MOOD, random -> Mood.values()[random.nextInt(3)]),
                Sample.of(SqlTypes.INET, Samples::address)
                        .edge("::", "::")
                        .edge("::1", "::1")
                        .edge("in IPv6", "::ffff:10.1.2.3")
                        .edge("with a mask", "2001:db8::/32")
                        .edge("two runs of zeros", "1::2:3:0:0:4")
                        .edge("zeros at the end", "1:2::"),
                Sample.of(
                                SqlTypes.TSVECTOR,
                                random -> "'%s':%d 'quo''te':2A"
                                        .formatted(
                                                Integer.toString(random.nextInt(1_000), 36), 1 + random.nextInt(1_000)))
                        .keptAs((way, value) -> sortedLexemes(value)),
                Sample.of(SqlTypes.TSQUERY, random -> "'a%d' & !'b' | 'c':*".formatted(random.nextInt(100))),
                Sample.of(
                        MAC,
                        random -> new Mac(IntStream.range(0, 6)
                                .mapToObj(i -> "%02x".formatted(random.nextInt(256)))
                                .collect(Collectors.joining(":")))));
    }

    private static Stream<Sample<?>> ranges() {
        return Stream.of(
                Ranges.of(SqlTypes.INT4RANGE, random -> random.nextInt(-1_000_000, 1_000_000), value -> value + 1),
                Ranges.of(SqlTypes.INT8RANGE, random -> random.nextLong() / 2, value -> value + 1),
                Ranges.of(SqlTypes.NUMRANGE, random -> decimal(random, 80, 6), null),
                Ranges.of(SqlTypes.DATERANGE, Samples::date, value -> value.plusDays(1))
                        .edge("infinity", Range.of(LocalDate.of(2024, 1, 1), LocalDate.MAX)),
                Ranges.of(SqlTypes.TSRANGE, random -> date(random).atTime(9, 30), null),
                Ranges.of(SqlTypes.TSTZRANGE, random -> micros(instant(random)), null)
                        .edge("infinity", Range.of(Instant.MIN, Instant.MAX)));
    }

    private static Stream<Sample<?>> arrays() {
        return Stream.of(
                Sample.of(array(array(SqlTypes.INTEGER)), random -> matrix(random, Random::nextInt))
                        .edge("empty", List.of())
                        .edge("lists of lengths that differ", List.of(List.of(1), List.of(2, 3)))
                        .edge("an empty list in it", List.of(List.<Integer>of())),
                Sample.of(array(array(array(SqlTypes.TEXT))), random -> List.of(matrix(random, r -> text(r, 5)))));
    }

    private static <T> List<List<T>> matrix(Random random, Function<Random, T> any) {
        int width = 1 + random.nextInt(3);
        return Stream.generate(() ->
                        Stream.generate(() -> any.apply(random)).limit(width).toList())
                .limit(1 + random.nextInt(3))
                .toList();
    }

    static String text(Random random, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> Character.toString(CHARACTERS[random.nextInt(CHARACTERS.length)]))
                .collect(Collectors.joining());
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static BigDecimal decimal(Random random, int bits, int scale) {
        var digits = new BigInteger(bits, random);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), scale);
    }

    /** Of any size but the greatest, among which are NaN and infinity. */
    private static float anyFinite(Random random) {
        return Float.intBitsToFloat(random.nextInt() & ~(1 << 30));
    }

    private static UUID uuid(Random random) {
        return UUID.nameUUIDFromBytes(bytes(random, 16));
    }

    private static LocalDate date(Random random) {
        return LocalDate.ofEpochDay(random.nextInt(-300_000, 2_000_000));
    }

    private static LocalTime anyTime(Random random) {
        return LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L));
    }

    /** Where MariaDB's calendar of points in time lies, which ends in 2038. */
    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(random.nextLong(1, Integer.MAX_VALUE), random.nextInt(1_000_000_000));
    }

    private static Instant micros(Instant instant) {
        return instant.equals(Instant.MAX) || instant.equals(Instant.MIN)
                ? instant
                : instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static String padded(Way way, String value) {
        int missing = 5 - value.codePointCount(0, value.length());
        return way == Way.MARIADB ? value : value + " ".repeat(missing);
    }

    private static String sortedLexemes(String vector) {
        return Stream.of(vector.split(" ")).sorted(Samples::lexemes).collect(Collectors.joining(" "));
    }

    /** Shorter ones come first. */
    private static int lexemes(String one, String other) {
        int length = Integer.compare(lexeme(one).length(), lexeme(other).length());
        return length != 0 ? length : lexeme(one).compareTo(lexeme(other));
    }

    private static String lexeme(String entry) {
        return entry.substring(1, entry.lastIndexOf('\'')).replace("''", "'");
    }

    private static String address(Random random) {
        if (random.nextBoolean()) {
            String quad = IntStream.range(0, 4)
                    .mapToObj(i -> Integer.toString(random.nextInt(256)))
                    .collect(Collectors.joining("."));
            return random.nextBoolean() ? quad : quad + "/" + random.nextInt(32);
        }
        return IntStream.range(0, 8)
                .mapToObj(i -> Integer.toHexString(1 + random.nextInt(0xFFFF)))
                .collect(Collectors.joining(":"));
    }

    /** A number whose zeros at the end do not count. */
    record Amount(BigDecimal value) {
        Amount(BigDecimal value) {
            this.value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }
}
