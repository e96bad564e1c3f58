package io.sluice.processor;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an annotation is obeyed, which of its attributes are, and what to do instead of the rest. */
final class Rule {
    private final String remedy;
    private final Map<Place, Set<String>> obeyed = new EnumMap<>(Place.class);
    private final Map<Place, String> remedies = new EnumMap<>(Place.class);
    private final Map<String, String> attributeRemedies = new HashMap<>();
    private boolean isHint;

    /** What to do where nothing better is known. */
    Rule(String remedy) {
        this.remedy = remedy;
    }

    Rule on(Place place, String... attributes) {
        obeyed.put(place, Set.of(attributes));
        return this;
    }

    Rule on(Set<Place> places, String... attributes) {
        places.forEach(place -> on(place, attributes));
        return this;
    }

    Rule everywhere(String... attributes) {
        return on(EnumSet.allOf(Place.class), attributes);
    }

    /** Whatever it says there, nothing depends on it. */
    Rule asHint(Set<Place> places) {
        isHint = true;
        return on(places);
    }

    Rule insteadOn(Place place, String what) {
        remedies.put(place, what);
        return this;
    }

    Rule insteadOn(Set<Place> places, String what) {
        places.forEach(place -> insteadOn(place, what));
        return this;
    }

    Rule insteadOf(String attribute, String what) {
        attributeRemedies.put(attribute, what);
        return this;
    }

    boolean isHint() {
        return isHint;
    }

    boolean isObeyedOnFields() {
        return Place.FIELDS.stream().anyMatch(obeyed::containsKey);
    }

    /** Why an annotation cannot stand there, and what to do; null if it can. */
    @Nullable
    String refusal(String name, Place place) {
        if (obeyed.containsKey(place)) {
            return null;
        }
        String what = Objects.requireNonNullElse(place.remedy(), remedies.getOrDefault(place, remedy));
        return "@%s is not supported on %s; %s".formatted(name, place.words(), what);
    }

    /** Why an attribute cannot be said there, and what to do; null if it can. */
    @Nullable
    String refusal(String name, Place place, String attribute) {
        return obeyed.getOrDefault(place, Set.of()).contains(attribute)
                ? null
                : "@%s(%s) is not supported on %s; %s"
                        .formatted(
                                name,
                                attribute,
                                place.words(),
                                attributeRemedies.getOrDefault(attribute, Catalogue.LEAVE_OUT));
    }
}
