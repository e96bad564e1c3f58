package io.sluice.type;

/** What a database type is at heart, apart from its length, its element and what Java makes of it. */
public enum Kind {
    BOOLEAN(Family.BOOLEAN),
    SMALLINT(Family.INTEGER),
    INTEGER(Family.INTEGER),
    BIGINT(Family.INTEGER),
    NUMERIC(Family.DECIMAL),
    REAL(Family.FLOAT),
    DOUBLE(Family.FLOAT),
    CHAR(Family.TEXT),
    VARCHAR(Family.TEXT),
    TEXT(Family.TEXT),
    BYTEA(Family.BINARY),
    DATE(Family.TEMPORAL),
    TIME(Family.TEMPORAL),
    TIMESTAMP(Family.TEMPORAL),
    TIMESTAMPTZ(Family.TEMPORAL),
    INTERVAL(Family.INTERVAL),
    UUID(Family.OTHER),
    JSON(Family.JSON),
    JSONB(Family.JSON),
    INET(Family.OTHER),
    ENUM(Family.ENUM),
    ARRAY(Family.ARRAY),
    INT4RANGE(Family.RANGE),
    INT8RANGE(Family.RANGE),
    NUMRANGE(Family.RANGE),
    DATERANGE(Family.RANGE),
    TSRANGE(Family.RANGE),
    TSTZRANGE(Family.RANGE),
    TSVECTOR(Family.SEARCH),
    TSQUERY(Family.SEARCH),
    /** A type that only its name tells; its values travel as text. */
    OTHER(Family.OTHER),
    /** The value of a whole row; it never crosses the wire. */
    ROW(Family.OTHER);

    private final Family family;

    Kind(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }
}
