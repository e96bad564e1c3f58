package io.sluice.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Compilation compilation;
    private boolean isSuffixTold;

    /** For javac, which finds it as a service. */
    public EntityProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** A hierarchy is taken as a whole: where a part of it waits for what another processor writes, all of it does. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Compilation compilation = compilation();
        Rounds rounds = compilation.rounds();
        compilation.add(round);
        List<TypeElement> entities = rounds.open("Entity");
        List<TypeElement> embeddables = rounds.open("Embeddable");
        if (entities.isEmpty() && embeddables.isEmpty()) {
            return false;
        }
        Model model = new Model(
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                compilation,
                suffix(),
                entities,
                rounds.open("Converter"));
        boolean isLast = round.processingOver();
        List<TypeElement> written = new ArrayList<>(writeEmbeddables(model, embeddables, isLast));
        rounds.close("Embeddable", written);
        List<TypeElement> tables = writeEntities(model, entities, isLast);
        rounds.close("Entity", tables);
        written.addAll(tables);
        var marks = new Marks(model, this::tell);
        written.forEach(type -> check(marks, type));
        return false;
    }

    /** What names a class that is nowhere is left to javac to tell. */
    private static void check(Marks marks, TypeElement type) {
        try {
            marks.check(type);
        } catch (Unresolved e) {
            // told by javac at its place
        }
    }

    private String suffix() {
        String suffix = processingEnv.getOptions().containsKey(SUFFIX)
                ? processingEnv.getOptions().get(SUFFIX)
                : "_";
        if (suffix != null && SourceVersion.isIdentifier("A" + suffix) && !suffix.isEmpty()) {
            return suffix;
        }
        if (!isSuffixTold) {
            isSuffixTold = true;
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "-A%s=%s: a written class is called as the entity and this, which makes no name of its own; say letters, digits or _"
                                    .formatted(SUFFIX, Objects.requireNonNullElse(suffix, "")));
        }
        return "_";
    }

    private Compilation compilation() {
        if (compilation == null) {
            compilation = new Compilation(processingEnv.getElementUtils(), processingEnv.getFiler());
        }
        return compilation;
    }

    private List<TypeElement> writeEmbeddables(Model model, List<TypeElement> embeddables, boolean isLast) {
        List<TypeElement> done = new ArrayList<>(embeddables);
        for (TypeElement type : embeddables) {
            try {
                write(model, type);
            } catch (Unresolved e) {
                if (!isLast) {
                    done.remove(type);
                }
            } catch (MappingError e) {
                tell(e);
            }
        }
        return done;
    }

    private List<TypeElement> writeEntities(Model model, List<TypeElement> entities, boolean isLast) {
        Map<TypeElement, EntityModel> read = new LinkedHashMap<>();
        Map<TypeElement, List<MappingError>> mistakes = new LinkedHashMap<>();
        Set<TypeElement> waiting = new HashSet<>();
        for (TypeElement type : entities) {
            List<MappingError> found = new ArrayList<>();
            EntityModel entity = EntityReader.read(model, type, found::add);
            if (entity != null) {
                read.put(type, entity);
            }
            mistakes.put(type, found);
            if (!isLast && found.stream().anyMatch(Unresolved.class::isInstance)) {
                waiting.add(Inheritance.rootOf(type));
            }
        }
        List<TypeElement> done = entities.stream()
                .filter(type -> !waiting.contains(Inheritance.rootOf(type)))
                .toList();
        for (TypeElement type : done) {
            mistakes.getOrDefault(type, List.of()).forEach(this::tell);
            EntityModel entity = read.get(type);
            if (entity != null) {
                write(model, entity, read);
            }
        }
        return done;
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
        save(
                entity.name,
                entity.type,
                new EntityWriter(model, entity, new KindsBelow(model, entity, this::attempt).lines(below)).write());
    }

    /** Entities that share a table may share a column, if they mean the same by it. */
    private static void requireOneType(EntityModel root, List<EntityModel> below) {
        Map<String, ColumnModel> seen = new HashMap<>();
        Map<String, String> references = new HashMap<>();
        root.columns.forEach(column -> {
            seen.put(column.name().toLowerCase(Locale.ROOT), column);
            references.put(column.name(), root.reference(column));
        });
        for (EntityModel lower : below) {
            for (ColumnModel column : lower.columns) {
                ColumnModel other = seen.putIfAbsent(column.name().toLowerCase(Locale.ROOT), column);
                if (other != null
                        && !(other.name().equals(column.name())
                                && other.type().meaning().equals(column.type().meaning()))) {
                    throw new MappingError(
                            lower.type,
                            "%s: the column %s is in one table with another of its name and of another type; name one of them by @Column(name = \"…\")"
                                    .formatted(lower.type.getSimpleName(), column.name()));
                }
                String reference = references.putIfAbsent(column.name(), lower.reference(column));
                if (reference != null && !reference.equals(lower.reference(column))) {
                    throw new MappingError(
                            lower.type,
                            "%s: the column %s is in one table with another of its name that refers elsewhere; name one of them by @JoinColumn(name = \"…\")"
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
        if (error instanceof Unresolved || !told.add(Map.entry(error.element(), error.getMessage()))) {
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
