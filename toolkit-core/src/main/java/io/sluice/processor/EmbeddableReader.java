package io.sluice.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Makes a model of an embeddable. */
final class EmbeddableReader {
    private final Model model;
    private final Set<TypeElement> open;

    EmbeddableReader(Model model) {
        this(model, new HashSet<>());
    }

    private EmbeddableReader(Model model, Set<TypeElement> open) {
        this.model = model;
        this.open = open;
    }

    EmbeddableModel read(TypeElement type) {
        Classes.requireMade(type, "@Embeddable");
        if (!open.add(type)) {
            throw new MappingError(
                    type, "%s: an embeddable cannot hold itself; make it an entity".formatted(type.getSimpleName()));
        }
        Generated name = model.generated(type);
        List<TypeConstant> constants = new ArrayList<>();
        List<EmbeddableModel.Part> parts = new ArrayList<>();
        for (Field field : Fields.of(model, type)) {
            parts.add(part(field, name, constants));
        }
        if (parts.isEmpty()) {
            throw new MappingError(
                    type, "%s: an embeddable without fields has no columns".formatted(type.getSimpleName()));
        }
        open.remove(type);
        return new EmbeddableModel(type, name, List.copyOf(parts), List.copyOf(constants));
    }

    private EmbeddableModel.Part part(Field field, Generated name, List<TypeConstant> constants) {
        Classes.requireVisible(field, field.type());
        if (field.isToOne() || field.isToMany() || field.isDeferred()) {
            throw field.error(
                    "%s: an embeddable holds values only; move the field to the entity".formatted(field.title()));
        }
        if (field.isKey() || field.is("Version")) {
            throw field.error("%s: an embeddable has neither key nor version; move the field to the entity"
                    .formatted(field.title()));
        }
        TypeElement type = Model.elementOf(field.type());
        if (type != null && Mark.isJakarta(type, "Embeddable")) {
            return new EmbeddableModel.Part(field, null, List.of(), new EmbeddableReader(model, open).read(type));
        }
        ColumnType column = new ColumnTypes(model).of(field, name, constant -> Names.keep(field, constant, constants));
        return new EmbeddableModel.Part(field, column, ColumnOptions.of(field, column), null);
    }
}
