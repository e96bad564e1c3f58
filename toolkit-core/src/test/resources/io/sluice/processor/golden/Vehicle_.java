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

/** The table of {@link Vehicle}. */
@Generated
@NullUnmarked
@SuppressWarnings({"deprecation", "exports", "removal", "unchecked"})
final class Vehicle_ extends EntityTable<Vehicle, Long> {
    public static final Vehicle_ VEHICLE = new Vehicle_(TableName.of("vehicle"));

    public final Column<Long> id = column("id", SqlTypes.BIGINT, Columns.primaryKey(), Columns.generated());
    public final Column<String> name = column("name", SqlTypes.varchar(255), Columns.notNull());
    public final Vehicle_Money_ price = new Vehicle_Money_(column("cents", SqlTypes.BIGINT, Columns.notNull()));
    public final Column<String> dtype = column("dtype", SqlTypes.varchar(31), Columns.notNull());

    public final ToManyRelation<Vehicle, Vehicle> similar = manyToMany("similar", () -> Vehicle_.VEHICLE, TableName.of("vehicle_vehicle"), List.of("vehicle_id"), List.of("similar_id"));

    private Vehicle_(TableName name) {
        super(name, Vehicle.class);
        attribute("id", Attribute.Role.KEY, id);
        attribute("name", Attribute.Role.BASIC, this.name);
        attribute("price", Attribute.Role.BASIC, price.cents);
        inherits(Hierarchy.joined(null, "dtype", null, () -> List.of(Vehicle_Car_.CAR)));
    }

    @Override
    public Vehicle_ as(String alias) {
        return new Vehicle_(tableName().as(alias));
    }

    @Override
    protected Vehicle_ base() {
        return VEHICLE;
    }

    @Override
    protected Vehicle instantiate() {
        throw new UnsupportedOperationException("Vehicle is abstract");
    }

    @Override
    protected void set(Vehicle entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> entity.id = (Long) row[at];
            case 1 -> entity.name = (String) row[at];
            case 2 -> entity.price = Vehicle_Money_.read(row, at);
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected void get(Vehicle entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> row[at] = entity.id;
            case 1 -> row[at] = entity.name;
            case 2 -> Vehicle_Money_.write(entity.price, row, at);
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected Object holder(Vehicle entity, int relation) {
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
