package shop;

import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Generated;
import io.sluice.mapping.Hierarchy;
import io.sluice.mapping.ToManyRelation;
import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.TableName;
import io.sluice.type.SqlTypes;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import shop.Vehicle.Car;

/** The table of {@link Car}. */
@Generated
@NullUnmarked
@SuppressWarnings({"deprecation", "exports", "removal", "unchecked"})
final class Vehicle_Car_ extends EntityTable<Car, Long> {
    public static final Vehicle_Car_ CAR = new Vehicle_Car_(TableName.of("car"), null);

    private final Vehicle_ above$ = above(Vehicle_.VEHICLE);

    public final Column<Long> id = column("id", Columns.references(() -> Vehicle_.VEHICLE.id), Columns.primaryKey());
    public final Column<String> name = above$.name;
    public final Vehicle_Money_ price = above$.price;
    public final Column<Integer> doors = column("doors", SqlTypes.INTEGER, Columns.notNull());

    public final ToManyRelation<Car, Vehicle> similar = manyToMany("similar", Vehicle_.VEHICLE.similar);

    private Vehicle_Car_(TableName name, EntityTable<? super Car, ?> over) {
        super(name, Car.class, over);
        attribute("id", Attribute.Role.KEY, id);
        attribute("name", Attribute.Role.BASIC, this.name);
        attribute("price", Attribute.Role.BASIC, price.cents);
        attribute("doors", Attribute.Role.BASIC, doors);
        inherits(Hierarchy.joined(above$, "dtype", "Car", () -> List.of()));
    }

    @Override
    public Vehicle_Car_ as(String alias) {
        return new Vehicle_Car_(tableName().as(alias), null);
    }

    @Override
    protected Vehicle_Car_ below(EntityTable<? super Car, ?> over, String alias) {
        return new Vehicle_Car_(tableName().as(alias), over);
    }

    @Override
    protected Vehicle_Car_ base() {
        return CAR;
    }

    @Override
    protected Car instantiate() {
        return new Car();
    }

    @Override
    protected void set(Car entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> entity.id = (Long) row[at];
            case 1 -> entity.name = (String) row[at];
            case 2 -> entity.price = Vehicle_Money_.read(row, at);
            case 3 -> entity.doors = (Integer) row[at];
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected void get(Car entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> row[at] = entity.id;
            case 1 -> row[at] = entity.name;
            case 2 -> Vehicle_Money_.write(entity.price, row, at);
            case 3 -> row[at] = entity.doors;
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected Object holder(Car entity, int relation) {
        return switch (relation) {
            case 0 -> entity.similar;
            default -> throw unknownRelation(relation);
        };
    }

    @Override
    protected Long key(@Nullable Object[] row, int at) {
        return (Long) row[at];
    }

    @Override
    protected void key(Long key, @Nullable Object[] row, int at) {
        row[at] = key;
    }
}
