package org.dariro.console.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Fault;

/**
 * A form as it was filled in, and what is wrong with it, field by field; templates have it as {@code form}.
 *
 * @param faults words by field; those of no single field under an empty name
 */
public record Entered(Map<String, String> values, Map<String, String> faults) {
    /** A form that nobody has filled in. */
    static final Entered BLANK = new Entered(Map.of(), Map.of());

    public Entered {
        values = Map.copyOf(values);
        faults = Map.copyOf(faults);
    }

    static Entered of(MultivaluedMap<String, String> given) {
        Map<String, String> values = new HashMap<>();
        given.keySet()
                .forEach(name -> Optional.ofNullable(given.getFirst(name)).ifPresent(value -> values.put(name, value)));
        return new Entered(values, Map.of());
    }

    /** What stands in a field; empty for nothing. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a field holds this: for choices. */
    public boolean is(String field, String value) {
        return value(field).equals(value);
    }

    /** Whether a field is wrong. */
    public boolean wrong(String field) {
        return faults.containsKey(field);
    }

    /** What is wrong with a field. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    /** What is wrong with no single field; empty when nothing is. */
    public String fault() {
        return fault("");
    }

    /** Whether anything is wrong. */
    public boolean wrong() {
        return !faults.isEmpty();
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field)).map(String::strip);
    }

    Optional<Long> number(String field) {
        return text(field).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    Entered with(String field, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(field, value);
        return new Entered(more, faults);
    }

    Entered faulted(String field, String words) {
        Map<String, String> more = new HashMap<>(faults);
        more.merge(field, words, (one, other) -> one + " " + other);
        return new Entered(values, more);
    }

    Entered faulted(Visit visit, List<Fault> all) {
        Entered form = this;
        for (Fault fault : all) {
            form = form.faulted(fault.field(), Faulty.words(visit, List.of(fault)));
        }
        return form;
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Entered";
    }
}
