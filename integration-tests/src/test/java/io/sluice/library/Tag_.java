package io.sluice.library;

import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.ToManyRelation;
import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.TableName;
import io.sluice.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@NullUnmarked
public final class Tag_ extends EntityTable<Tag, Long> {
    public static final Tag_ TAG = new Tag_(TableName.of("tag"));

    public final Column<Long> id = column("id", SqlTypes.BIGINT, Columns.primaryKey(), Columns.generated());
    public final Column<String> name = column("name", SqlTypes.varchar(50), Columns.notNull());

    public final ToManyRelation<Tag, Book> books = manyToManyMappedBy("books", () -> Book_.BOOK.tags);

    private Tag_(TableName name) {
        super(name, Tag.class);
        attribute("id", Attribute.Role.KEY, id);
        attribute("name", Attribute.Role.BASIC, this.name);
    }

    @Override
    public Tag_ as(String alias) {
        return new Tag_(tableName().as(alias));
    }

    @Override
    protected Tag_ base() {
        return TAG;
    }

    @Override
    protected Tag instantiate() {
        return new Tag();
    }

    @Override
    protected void set(Tag entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> entity.id = (Long) row[at];
            case 1 -> entity.name = (String) row[at];
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected void get(Tag entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> row[at] = entity.id;
            case 1 -> row[at] = entity.name;
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected Object holder(Tag entity, int relation) {
        return switch (relation) {
            case 0 -> entity.books;
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
