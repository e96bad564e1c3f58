package io.sluice.schema;

import io.sluice.sql.tree.Deferral;
import io.sluice.sql.tree.ReferentialAction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a foreign key says beside its columns. */
record KeyRules(@Nullable String name, ReferentialAction onDelete, ReferentialAction onUpdate, Deferral deferral) {
    static final KeyRules NONE =
            new KeyRules(null, ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION, Deferral.NONE);

    KeyRules named(String given) {
        TableName.requireName(given, "a foreign key's name");
        return new KeyRules(given, onDelete, onUpdate, deferral);
    }

    KeyRules onDelete(ReferentialAction action) {
        return new KeyRules(name, Objects.requireNonNull(action, "action"), onUpdate, deferral);
    }

    KeyRules onUpdate(ReferentialAction action) {
        return new KeyRules(name, onDelete, Objects.requireNonNull(action, "action"), deferral);
    }

    KeyRules deferrable() {
        return new KeyRules(name, onDelete, onUpdate, Deferral.INITIALLY_IMMEDIATE);
    }

    KeyRules initiallyDeferred() {
        return new KeyRules(name, onDelete, onUpdate, Deferral.INITIALLY_DEFERRED);
    }
}
