package io.sluice.gates;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** A type that users of the module can name: public, in an exported package, and so are the types it is nested in. */
final class PublicApi extends DescribedPredicate<JavaClass> {

    private final PackageTable table;

    PublicApi(PackageTable table) {
        super("are public and exported");
        this.table = table;
    }

    @Override
    public boolean test(JavaClass type) {
        return table.exports(type.getPackageName())
                && isVisible(type.getModifiers())
                && type.getEnclosingClass().map(this::test).orElse(true);
    }

    static boolean isVisible(Set<JavaModifier> modifiers) {
        return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !modifiers.contains(JavaModifier.BRIDGE);
    }
}
