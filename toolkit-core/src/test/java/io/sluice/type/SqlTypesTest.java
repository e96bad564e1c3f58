package io.sluice.type;

import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static io.sluice.type.SqlTypes.numeric;
import static io.sluice.type.SqlTypes.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SqlTypesTest {
    record Money(long cents) {}

    @Test
    void areNamedAsInSql() {
        assertThat(varchar(32)).hasToString("varchar(32)");
        assertThat(numeric(12, 2)).hasToString("numeric(12, 2)");
        assertThat(array(array(INTEGER))).hasToString("integer[][]");
    }

    @Test
    void areEqualByWhatTheyAre() {
        assertThat(varchar(32))
                .isEqualTo(varchar(32))
                .hasSameHashCodeAs(varchar(32))
                .isNotEqualTo(varchar(33));
        assertThat(array(TEXT)).isNotEqualTo(array(INTEGER));
    }

    @Test
    void carryTypesOfOnesOwn() {
        Function<Long, Money> toJava = Money::new;
        Function<Money, Long> toDatabase = Money::cents;
        SqlType<Money> money = BIGINT.map(Money.class, toJava, toDatabase);
        assertThat(money).hasToString("bigint as Money").isEqualTo(BIGINT.map(Money.class, toJava, toDatabase));
        assertThat(money.storage()).isEqualTo(BIGINT);
        assertThat(money.toDatabase(new Money(5))).isEqualTo(5L);
        assertThat(money.toJava(5L)).isEqualTo(new Money(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> money.toDatabase(5L))
                .withMessage(
                        "a value of class java.lang.Long does not fit bigint as Money: expected io.sluice.type.SqlTypesTest$Money");
    }

    @Test
    void refuseLengthsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> varchar(0))
                .withMessage("varchar(0) is not a type: the length must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> numeric(2, 3))
                .withMessage("numeric(2, 3) is not a type: the scale must lie between 0 and the precision");
    }
}
