package io.sluice.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The classes that rounds bring, by their annotations, until they are done: some wait for what another processor writes.
 *
 * <p>They are kept by name, since each round has elements of its own.
 */
final class Rounds {
    private static final List<String> ANNOTATIONS = List.of("Entity", "Embeddable", "Converter");

    private final Elements elements;
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    Rounds(Elements elements) {
        this.elements = elements;
        ANNOTATIONS.forEach(annotation -> names.put(annotation, new TreeSet<>()));
    }

    void add(RoundEnvironment round) {
        names.forEach((annotation, found) -> {
            TypeElement type = elements.getTypeElement(Mark.JAKARTA + annotation);
            if (type != null) {
                for (Element element : round.getElementsAnnotatedWith(type)) {
                    found.add(((TypeElement) element).getQualifiedName().toString());
                }
            }
        });
    }

    /** The classes with an annotation that are not done yet, by name. */
    List<TypeElement> open(String annotation) {
        return names.getOrDefault(annotation, Set.of()).stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
    }

    void close(String annotation, Collection<TypeElement> done) {
        List<String> closed = new ArrayList<>();
        done.forEach(type -> closed.add(type.getQualifiedName().toString()));
        Objects.requireNonNull(names.get(annotation)).removeAll(closed);
    }
}
