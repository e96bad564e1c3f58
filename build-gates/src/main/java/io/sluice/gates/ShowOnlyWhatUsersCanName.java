package io.sluice.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Nothing internal and nothing package-private in what users see of a type: its supertypes, type parameters, fields,
 * methods and constructors. A package-private supertype is allowed, since what is inherited from it is seen as the type's own.
 */
final class ShowOnlyWhatUsersCanName extends ArchCondition<JavaClass> {

    private final PackageTable table;

    ShowOnlyWhatUsersCanName(PackageTable table) {
        super("show only what users can name");
        this.table = table;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        supertypes(type)
                .filter(shown -> !isExported(shown))
                .forEach(shown -> report(type, type.getDescription(), shown, events));
        check(type, type.getDescription(), type.getTypeParameters().stream(), events);
        type.getFields().stream()
                .filter(field -> PublicApi.isVisible(field.getModifiers()))
                .forEach(field -> check(type, field.getDescription(), Stream.of(field.getType()), events));
        type.getCodeUnits().stream()
                .filter(unit -> PublicApi.isVisible(unit.getModifiers()))
                .forEach(unit -> check(type, unit.getDescription(), shownBy(unit), events));
    }

    private void check(JavaClass type, String where, Stream<? extends JavaType> shown, ConditionEvents events) {
        shown.map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Collection::stream)
                .map(JavaClass::getBaseComponentType)
                .filter(raw -> !canBeNamed(raw))
                .distinct()
                .forEach(raw -> report(type, where, raw, events));
    }

    private static void report(JavaClass type, String where, JavaClass shown, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(
                type,
                where + " shows " + shown.getFullName() + ", which users cannot name, in "
                        + type.getSourceCodeLocation()));
    }

    private static Stream<JavaClass> supertypes(JavaClass type) {
        return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Collection::stream);
    }

    private static Stream<? extends JavaType> shownBy(JavaCodeUnit unit) {
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getTypeParameters().stream(),
                        unit.getExceptionTypes().stream())
                .flatMap(types -> types);
    }

    private boolean canBeNamed(JavaClass type) {
        return !PackageTable.isOurs(type.getPackageName()) || (table.exports(type.getPackageName()) && isPublic(type));
    }

    private boolean isExported(JavaClass type) {
        return !PackageTable.isOurs(type.getPackageName()) || table.exports(type.getPackageName());
    }

    private static boolean isPublic(JavaClass type) {
        return (type.getModifiers().contains(JavaModifier.PUBLIC)
                        || type.getModifiers().contains(JavaModifier.PROTECTED))
                && type.getEnclosingClass()
                        .map(ShowOnlyWhatUsersCanName::isPublic)
                        .orElse(true);
    }
}
