package org.dariro.console.api;

import java.util.List;
import java.util.stream.Collectors;
import org.dariro.conversation.Attempt;
import org.dariro.conversation.Fault;

/** A request that is answered with a problem. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;
    private final transient List<Fault> faults;

    Refused(Problem problem) {
        this(problem, List.of());
    }

    Refused(Problem problem, List<? extends Fault> faults) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.faults = List.copyOf(faults);
    }

    /** The same as faults, for callers who say them in another language; none when the problem alone says it. */
    public List<Fault> faults() {
        return faults;
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem;
    }

    static Refused notFound(String what) {
        return new Refused(Problem.of(404).because("There is no " + what + " with this id."));
    }

    static Refused conflict(String why) {
        return new Refused(Problem.of(409).because(why));
    }

    static Refused conflict(String field, String why) {
        return new Refused(Problem.of(409).because(why).with(List.of(new FieldError(field, why))));
    }

    static Refused invalid(String why) {
        return new Refused(Problem.of(400).because(why));
    }

    static Refused invalid(String field, String why) {
        return new Refused(Problem.of(400).with(List.of(new FieldError(field, why))));
    }

    static Refused of(Fault fault) {
        return of(List.of(fault));
    }

    static Refused of(List<Fault> faults) {
        boolean conflict = faults.stream().allMatch(Fault::conflict);
        String detail = faults.stream().map(Fault::words).collect(Collectors.joining(" "));
        return new Refused(Problem.of(conflict ? 409 : 400).because(detail).with(errors(faults)), faults);
    }

    static List<FieldError> errors(List<? extends Fault> faults) {
        return faults.stream()
                .filter(fault -> !fault.field().isEmpty())
                .map(fault -> new FieldError(fault.field(), fault.words()))
                .toList();
    }

    /** What was done; refuses when nothing was. */
    static <T> T unlessDone(Attempt<T> attempt) {
        return attempt.match(done -> done, faults -> {
            throw of(faults);
        });
    }
}
