package org.dariro.safeguarding.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an alert of one category is worked.
 *
 * @param category a category's label, {@code screening-failed}, {@code report}, or {@code other} for all without a file
 * @param emergency when to call an emergency service
 * @param avoid what not to say or do; empty when there is nothing special
 * @param source the guidance it follows
 * @param reviewed when a clinician checked it; empty when nobody has
 */
public record Protocol(
        String category,
        String title,
        List<Step> steps,
        String emergency,
        String avoid,
        String source,
        Optional<LocalDate> reviewed) {
    /**
     * One thing to do.
     *
     * @param name short, of small letters and hyphens; it stays when the words change
     * @param words what to do
     * @param say what may be written to the member, by language; empty when nothing is proposed
     */
    public record Step(String name, String words, Map<String, String> say) {
        public Step {
            say = Map.copyOf(say);
        }
    }

    public Protocol {
        steps = List.copyOf(steps);
    }

    /** A step by name. */
    public Optional<Step> step(String name) {
        return steps.stream().filter(step -> step.name().equals(name)).findFirst();
    }
}
