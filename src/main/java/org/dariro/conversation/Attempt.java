package org.dariro.conversation;

import java.util.List;
import java.util.function.Function;

/** What came of something that staff asked for: it was done, or nothing was changed. */
public sealed interface Attempt<T> {
    /** Decides by case. */
    default <R> R match(Function<? super T, R> done, Function<List<Fault>, R> refused) {
        return this instanceof Done<T> good ? done.apply(good.value()) : refused.apply(((Refused<T>) this).faults());
    }

    /** It was done. */
    record Done<T>(T value) implements Attempt<T> {}

    /** Nothing was changed. */
    record Refused<T>(List<Fault> faults) implements Attempt<T> {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Refuses for one reason. */
    static <T> Attempt<T> refuse(Fault fault) {
        return new Refused<>(List.of(fault));
    }
}
