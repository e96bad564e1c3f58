package io.sluice.type;

import static io.sluice.type.SqlTypes.BIGINT;
import static io.sluice.type.SqlTypes.TEXT;
import static io.sluice.type.SqlTypes.array;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.schema.Column;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import org.junit.jupiter.api.Test;

class TypesTest {
    record Money(long cents) {}

    record Colour(int rgb) {}

    private static final SqlType<Money> MONEY = BIGINT.map(Money.class, Money::new, Money::cents);
    private static final Types TYPES = Types.STANDARD.with(MONEY);

    /** What all tables of a model extend. */
    private abstract static class ModelTable extends Table {
        ModelTable(String name) {
            super(TableName.of(name));
        }

        @Override
        protected Types types() {
            return TYPES;
        }
    }

    private static final class Items extends ModelTable {
        final Column<Money> price = column("price", type(Money.class));
        final Column<String> name = column("name", type(String.class));

        Items() {
            super("items");
        }
    }

    @Test
    void areInheritedByTheTablesOfAModel() {
        var items = new Items();
        assertThat(items.price.type()).isSameAs(MONEY);
        assertThat(items.name.type()).isEqualTo(TEXT);
    }

    @Test
    void areNotChangedByAddingToThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Types.STANDARD.of(Money.class))
                .withMessage(
                        "there is no type for io.sluice.type.TypesTest$Money; make one with map(…) and add it with Types.with(…)");
    }

    @Test
    void takeTheLastOfTwoForOneClass() {
        SqlType<Colour> text =
                TEXT.map(Colour.class, hex -> new Colour(Integer.parseInt(hex, 16)), c -> Integer.toHexString(c.rgb()));
        SqlType<Colour> number = SqlTypes.INTEGER.map(Colour.class, Colour::new, Colour::rgb);
        assertThat(TYPES.with(text).with(number).of(Colour.class)).isSameAs(number);
    }

    @Test
    void refuseWhatOtherTypesShareTheClassOf() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TYPES.with(array(TEXT)))
                .withMessage(
                        "text[] cannot stand for its class, which all of its kind share; name it where it is used");
    }
}
