package io.sluice.tpch;

import static io.sluice.sql.Aggregates.countDistinct;
import static io.sluice.sql.Sql.select;
import static io.sluice.tpch.Part.PART;
import static io.sluice.tpch.Partsupp.PARTSUPP;
import static io.sluice.tpch.Supplier.SUPPLIER;

import io.sluice.sql.Select;
import java.util.List;

/** How many suppliers, about whom nobody complained, can deliver what a customer wants. */
final class Q16PartsSupplierRelationship {

    private Q16PartsSupplierRelationship() {}

    record Choice(String brand, String type, int size, long suppliers) {}

    static Select<Choice> of(String unwantedBrand, String unwantedType, List<Integer> sizes) {
        Select<Long> complainedOf =
                select(SUPPLIER.key).from(SUPPLIER).where(SUPPLIER.comment.like("%Customer%Complaints%"));
        var suppliers = countDistinct(PARTSUPP.supplierKey).as("supplier_cnt");
        return select(PART.brand, PART.type, PART.size, suppliers)
                .as(Choice::new)
                .from(PARTSUPP)
                .join(PART)
                .where(
                        PART.brand.ne(unwantedBrand),
                        PART.type.startsWith(unwantedType).not(),
                        PART.size.in(sizes),
                        PARTSUPP.supplierKey.notIn(complainedOf))
                .groupBy(PART.brand, PART.type, PART.size)
                .orderBy(suppliers.desc(), PART.brand, PART.type, PART.size);
    }
}
