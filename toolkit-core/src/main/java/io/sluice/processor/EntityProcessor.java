package io.sluice.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Writes a table for each class with {@code @Entity}, and the columns of each with {@code @Embeddable}. */
@SupportedAnnotationTypes({
    Mark.JAKARTA + "Entity",
    Mark.JAKARTA + "Embeddable",
    Mark.JAKARTA + "MappedSuperclass",
    Mark.JAKARTA + "Converter"
})
@SupportedOptions(EntityProcessor.SUFFIX)
public final class EntityProcessor extends AbstractProcessor {
    static final String SUFFIX = "sluice.suffix";

    private final Set<Map.Entry<Element, String>> told = new HashSet<>();

    /** For javac, which finds it as a service. */
    public EntityProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** What one round brings is taken as a whole: a class that another processor writes cannot belong to a hierarchy of an earlier one. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<TypeElement> entities = marked(round, "Entity");
        List<TypeElement> embeddables = marked(round, "Embeddable");
        if (entities.isEmpty() && embeddables.isEmpty()) {
            return false;
        }
        Model model = new Model(
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                processingEnv.getOptions().getOrDefault(SUFFIX, "_"),
                entities,
                marked(round, "Converter"));
        var marks = new Marks(model, this::tell);
        embeddables.forEach(marks::check);
        entities.forEach(marks::check);
        embeddables.forEach(type -> attempt(() -> write(model, type)));
        Map<TypeElement, EntityModel> read = new LinkedHashMap<>();
        for (TypeElement type : entities) {
            EntityModel entity = EntityReader.read(model, type, this::tell);
            if (entity != null) {
                read.put(type, entity);
            }
        }
        read.values().forEach(entity -> write(model, entity, read));
        return false;
    }

    private List<TypeElement> marked(RoundEnvironment round, String annotation) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(Mark.JAKARTA + annotation);
        List<TypeElement> found = new ArrayList<>();
        if (type != null) {
            for (Element element : round.getElementsAnnotatedWith(type)) {
                found.add((TypeElement) element);
            }
        }
        found.sort(Comparator.comparing(element -> element.getQualifiedName().toString()));
        return found;
    }

    private void write(Model model, TypeElement embeddable) {
        EmbeddableModel inside = model.embeddable(embeddable);
        SourceFile file = new SourceFile(inside.name(), model.neighbours(embeddable));
        new EmbeddableWriter(model, inside).write(file);
        save(inside.name(), embeddable, file.text());
    }

    private void write(Model model, EntityModel entity, Map<TypeElement, EntityModel> all) {
        List<EntityModel> below = new ArrayList<>();
        if (entity.inheritance != null && entity.inheritance.isSingleTable()) {
            entity.inheritance.descendants().stream()
                    .filter(all::containsKey)
                    .map(all::get)
                    .forEach(below::add);
        }
        attempt(() -> requireOneType(entity, below));
        save(entity.name, entity.type, new EntityWriter(model, entity, below).write());
    }

    /** Entities that share a table may share a column, if they mean the same by it. */
    private static void requireOneType(EntityModel root, List<EntityModel> below) {
        Map<String, ColumnModel> seen = new HashMap<>();
        root.columns.forEach(column -> seen.put(column.name(), column));
        for (EntityModel lower : below) {
            for (ColumnModel column : lower.columns) {
                ColumnModel other = seen.putIfAbsent(column.name(), column);
                if (other != null && !other.type().equals(column.type())) {
                    throw new MappingError(
                            lower.type,
                            "%s: the column %s is in one table with another of its name and of another type; name one of them by @Column(name = \"…\")"
                                    .formatted(lower.type.getSimpleName(), column.name()));
                }
            }
        }
    }

    private void save(Generated name, TypeElement from, String text) {
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile(name.qualifiedName(), from)
                .openWriter()) {
            out.write(text);
        } catch (IOException e) {
            tell(new MappingError(
                    from, "%s cannot be written: %s".formatted(name.qualifiedName(), String.valueOf(e.getMessage()))));
        }
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (MappingError e) {
            tell(e);
        }
    }

    /** What is embedded, or is part of a key, is read for each who uses it, and told of once. */
    private void tell(MappingError error) {
        if (!told.add(Map.entry(error.element(), error.getMessage()))) {
            return;
        }
        Mark mark = error.mark();
        if (mark == null) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, error.getMessage(), error.element());
        } else {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, error.getMessage(), error.element(), mark.mirror());
        }
    }
}
