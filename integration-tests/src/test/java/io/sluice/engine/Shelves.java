package io.sluice.engine;

import static io.sluice.schema.Columns.notNull;
import static io.sluice.schema.Columns.primaryKey;
import static io.sluice.schema.Columns.references;
import static io.sluice.schema.Columns.unique;
import static io.sluice.type.SqlTypes.INTEGER;
import static io.sluice.type.SqlTypes.varchar;

import io.sluice.schema.Check;
import io.sluice.schema.Column;
import io.sluice.schema.ForeignKey;
import io.sluice.schema.Index;
import io.sluice.schema.Metadata;
import io.sluice.schema.Table;
import io.sluice.schema.TableName;
import io.sluice.schema.UniqueKey;
import java.util.List;

/** Constraints declared in every way there is, under names of users and of a convention, some too long for a database. */
final class Shelves {
    static final Authors AUTHORS = new Authors();
    static final Volumes VOLUMES = new Volumes();
    static final Metadata MODEL = Metadata.of(AUTHORS, VOLUMES);

    private Shelves() {}

    static final class Authors extends Table {
        final Column<Integer> id = column("id", INTEGER, primaryKey());
        final Column<String> email = column("email", varchar(60), notNull(), unique());
        final Column<Integer> mentorId = column("mentor_id", references(() -> AUTHORS.id));

        private Authors() {
            super(TableName.of("shelf_authors"));
        }
    }

    /** Its name needs quotes, and makes names that are too long. */
    static final class Volumes extends Table {
        final Column<Integer> shelf = column("shelf", INTEGER, primaryKey());
        final Column<Integer> place = column("place", INTEGER, primaryKey());
        final Column<Integer> authorId = column("author_id", INTEGER, notNull());
        final Column<String> title = column("title", varchar(60), notNull());
        final Column<Integer> pages = column("pages", INTEGER);
        final Column<Integer> price = column("price", INTEGER);
        final UniqueKey titleOfAuthor = UniqueKey.of(authorId, title);
        final Index priceOfPages = Index.on(pages, price).unique();
        final Check pagesCount = Check.of(pages.gt(0));
        final Check priceCounts = Check.of(price.gt(0)).named("PriceCounts");
        final ForeignKey author = ForeignKey.of(authorId).references(() -> List.of(AUTHORS.id));

        private Volumes() {
            super(TableName.of("VolumesThatStandOnShelvesWhoseNameIsMuchTooLongForMost"));
            declare(titleOfAuthor, priceOfPages, pagesCount, priceCounts, author);
        }
    }
}
