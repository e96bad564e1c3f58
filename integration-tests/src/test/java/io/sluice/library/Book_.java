package io.sluice.library;

import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.ToManyRelation;
import io.sluice.mapping.ToOneRelation;
import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.TableName;
import io.sluice.type.SqlTypes;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@NullUnmarked
public final class Book_ extends EntityTable<Book, Long> {
    public static final Book_ BOOK = new Book_(TableName.of("book"));

    public final Column<Long> id = column("id", SqlTypes.BIGINT, Columns.primaryKey(), Columns.generated());
    public final Column<String> title = column("title", SqlTypes.varchar(255), Columns.notNull());
    public final Column<Integer> pages = column("pages", SqlTypes.INTEGER);
    public final Column<Integer> version = column("version", SqlTypes.INTEGER, Columns.notNull());
    public final Column<String> summary = column("summary", SqlTypes.TEXT);
    public final Column<Long> authorId = column("author_id", Columns.references(() -> Author_.AUTHOR.id));

    public final ToOneRelation<Book, Author> author = toOne("author", () -> Author_.AUTHOR, List.of(authorId));
    public final ToManyRelation<Book, Tag> tags =
            manyToMany("tags", () -> Tag_.TAG, TableName.of("book_tag"), List.of("book_id"), List.of("tag_id"));

    private Book_(TableName name) {
        super(name, Book.class);
        attribute("id", Attribute.Role.KEY, id);
        attribute("title", Attribute.Role.BASIC, title);
        attribute("pages", Attribute.Role.BASIC, pages);
        attribute("version", Attribute.Role.VERSION, version);
        attribute("summary", Attribute.Role.DEFERRED, summary);
    }

    @Override
    public Book_ as(String alias) {
        return new Book_(tableName().as(alias));
    }

    @Override
    protected Book_ base() {
        return BOOK;
    }

    @Override
    protected Book instantiate() {
        return new Book();
    }

    @Override
    protected void set(Book entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> entity.id = (Long) row[at];
            case 1 -> entity.title = (String) row[at];
            case 2 -> entity.pages = (Integer) row[at];
            case 3 -> entity.version = (Integer) row[at];
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected void get(Book entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> row[at] = entity.id;
            case 1 -> row[at] = entity.title;
            case 2 -> row[at] = entity.pages;
            case 3 -> row[at] = entity.version;
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected Object holder(Book entity, int relation) {
        return switch (relation) {
            case 0 -> entity.author;
            case 1 -> entity.tags;
            default -> throw unknownRelation(relation);
        };
    }

    @Override
    protected Object deferred(Book entity, int attribute) {
        return switch (attribute) {
            case 4 -> entity.summary;
            default -> throw unknownAttribute(attribute);
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
