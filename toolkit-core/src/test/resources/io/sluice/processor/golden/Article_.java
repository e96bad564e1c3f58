package shop;

import io.sluice.mapping.Attribute;
import io.sluice.mapping.EntityTable;
import io.sluice.mapping.Generated;
import io.sluice.mapping.LoadStrategy;
import io.sluice.mapping.ToOneRelation;
import io.sluice.schema.Column;
import io.sluice.schema.Columns;
import io.sluice.schema.Index;
import io.sluice.schema.Sequence;
import io.sluice.schema.TableName;
import io.sluice.sql.Expression;
import io.sluice.sql.Sql;
import io.sluice.type.SqlType;
import io.sluice.type.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import shop.Article.Kind;

/** The table of {@link Article}. */
@Generated
@NullUnmarked
@SuppressWarnings({"deprecation", "exports", "removal", "unchecked"})
public final class Article_ extends EntityTable<Article, Long> {
    /** The types of its columns that functions make; equal columns have the same. */
    public static final class Types {
        public static final SqlType<Kind> KIND =
                SqlTypes.varchar(255).map(Kind.class, Kind::valueOf, Kind::name);

        private Types() {}
    }

    public static final Sequence ID_SEQUENCE = Sequence.of(TableName.of("shop", "item_seq"));
    public static final Article_ ARTICLE = new Article_(TableName.of("shop", "item"));

    public final Column<Long> id = column("id", SqlTypes.BIGINT, Columns.primaryKey(), Columns.generatedBy(Article_.ID_SEQUENCE));
    public final Column<String> name = column("name", SqlTypes.varchar(40), Columns.unique(), Columns.notNull());
    public final Column<BigDecimal> price = column("price", SqlTypes.numeric(8, 2), Columns.notNull());
    public final Column<Kind> kind = column("kind", Article_.Types.KIND, Columns.notNull());
    public final Column<List<String>> labels = column("labels", SqlTypes.array(SqlTypes.varchar(255)));
    public final Column<Boolean> isSold = column("is_sold", SqlTypes.BOOLEAN, Columns.notNull());
    public final Column<Long> parentId = column("parent_id", Columns.references(() -> Article_.ARTICLE.id), Columns.notNull());

    public final Expression<BigDecimal> twice = Sql.template("{} * 2", SqlTypes.NUMERIC, price);

    public final ToOneRelation<Article, Article> parent = toOne("parent", () -> Article_.ARTICLE, List.of(parentId), loadedBy(LoadStrategy.SELECT_IN));

    private Article_(TableName name) {
        super(name, Article.class);
        attribute("id", Attribute.Role.KEY, id);
        attribute("name", Attribute.Role.BASIC, this.name);
        attribute("price", Attribute.Role.BASIC, price);
        attribute("kind", Attribute.Role.BASIC, kind);
        attribute("labels", Attribute.Role.BASIC, labels);
        attribute("isSold", Attribute.Role.BASIC, isSold);
        attribute("twice", Attribute.Role.FORMULA, twice);
        declare(Index.on(this.name, price.desc()).named("ix_name"));
    }

    @Override
    public Article_ as(String alias) {
        return new Article_(tableName().as(alias));
    }

    @Override
    protected Article_ base() {
        return ARTICLE;
    }

    @Override
    protected Article instantiate() {
        return new Article();
    }

    @Override
    protected void set(Article entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> entity.id = (Long) row[at];
            case 1 -> entity.name = (String) row[at];
            case 2 -> entity.price = (BigDecimal) row[at];
            case 3 -> entity.kind = (Kind) row[at];
            case 4 -> entity.labels = Optional.ofNullable((List<String>) row[at]);
            case 5 -> entity.setIsSold((Boolean) row[at]);
            case 6 -> entity.twice = (BigDecimal) row[at];
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected void get(Article entity, int attribute, @Nullable Object[] row, int at) {
        switch (attribute) {
            case 0 -> row[at] = entity.id;
            case 1 -> row[at] = entity.name;
            case 2 -> row[at] = entity.price;
            case 3 -> row[at] = entity.kind;
            case 4 -> row[at] = entity.labels.orElse(null);
            case 5 -> row[at] = entity.getIsSold();
            case 6 -> row[at] = entity.twice;
            default -> throw unknownAttribute(attribute);
        }
    }

    @Override
    protected Object holder(Article entity, int relation) {
        return switch (relation) {
            case 0 -> entity.parent;
            default -> throw unknownRelation(relation);
        };
    }

    @Override
    protected void loaded(Article entity) {
        entity.loaded();
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
