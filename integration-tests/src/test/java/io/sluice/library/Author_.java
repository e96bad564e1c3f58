package io.sluice.library;

import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.ToManyRelation;
import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.TableName;
import io.sluice.type.SqlTypes;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@NullUnmarked
public final class Author_ extends EntityTable<Author, Long> {
    public static final Author_ AUTHOR = new Author_(TableName.of("author"));

    public final Column<Long> id = column("id", SqlTypes.BIGINT, Columns.primaryKey(), Columns.generated());
    public final Column<String> name = column("name", SqlTypes.varchar(50), Columns.notNull());

    public final ToManyRelation<Author, Book> books =
            toManyMappedBy("books", () -> Book_.BOOK.author, orderedBy(() -> List.of(Book_.BOOK.title.asc())));

    private Author_(TableName name) {
        super(name, Author.class);
        attribute("id", Attribute.Role.KEY, id);
        attribute("name", Attribute.Role.BASIC, this.name);
    }

    @Override
    public Author_ as(String alias) {
        return new Author_(tableName().as(alias));
    }

    @Override
    protected Author_ base() {
        return AUTHOR;
    }

    @Override
    protected Author instantiate() {
        return new Author();
    }

    @Override
    protected void set(Author entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> entity.id = (Long) row[at];
            case 1 -> entity.name = (String) row[at];
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected void get(Author entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> row[at] = entity.id;
            case 1 -> row[at] = entity.name;
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected Object holder(Author entity, int relation) {
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
