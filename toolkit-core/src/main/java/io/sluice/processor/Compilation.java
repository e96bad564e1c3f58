package io.sluice.processor;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** What is compiled now, over all rounds, and what was compiled before. */
final class Compilation {
    private final Elements elements;
    private final Filer filer;
    private final Rounds rounds;
    private final Set<String> sources = new HashSet<>();
    private final Map<TypeElement, Set<String>> nullable = new HashMap<>();

    Compilation(Elements elements, Filer filer) {
        this.elements = elements;
        this.filer = filer;
        this.rounds = new Rounds(elements);
    }

    Rounds rounds() {
        return rounds;
    }

    /** Adds what a round brings. */
    void add(RoundEnvironment round) {
        rounds.add(round);
        for (Element root : round.getRootElements()) {
            if (root instanceof QualifiedNameable named) {
                sources.add(named.getQualifiedName().toString());
            }
        }
    }

    /** Whether a class is given as a source; else it comes from a class file. */
    boolean isSource(TypeElement type) {
        Element top = type;
        while (top.getEnclosingElement() instanceof TypeElement outer) {
            top = outer;
        }
        return sources.contains(((TypeElement) top).getQualifiedName().toString());
    }

    /** Whether a class file says of a field's type that it is {@code @Nullable}. */
    boolean isNullableInClassFile(Element field) {
        return field.getEnclosingElement() instanceof TypeElement owner
                && field.getKind() == ElementKind.FIELD
                && !field.asType().getKind().isPrimitive()
                && !isSource(owner)
                && nullable.computeIfAbsent(owner, this::nullableFields)
                        .contains(field.getSimpleName().toString());
    }

    private Set<String> nullableFields(TypeElement owner) {
        String packageName = Java.packageOf(owner).getQualifiedName().toString();
        String binary = elements.getBinaryName(owner).toString();
        String file = binary.substring(binary.lastIndexOf('.') + 1) + ".class";
        ModuleElement module = elements.getModuleOf(owner);
        String inModule = module == null ? "" : module.getQualifiedName() + "/" + packageName;
        for (var place : List.of(
                Map.entry(StandardLocation.MODULE_PATH, inModule),
                Map.entry(StandardLocation.CLASS_PATH, packageName),
                Map.entry(StandardLocation.CLASS_OUTPUT, packageName))) {
            try (InputStream bytes =
                    filer.getResource(place.getKey(), place.getValue(), file).openInputStream()) {
                return ClassFile.nullableFields(bytes);
            } catch (IOException | IllegalArgumentException e) {
                // it is not there: perhaps in the next place
            }
        }
        return Set.of();
    }
}
