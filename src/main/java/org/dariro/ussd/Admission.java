package org.dariro.ussd;

import java.util.function.Function;
import org.dariro.conversation.Speaker;

/** Whether somebody who dials may use the menu. */
sealed interface Admission {
    /** Decides by case. */
    default <T> T match(Function<Speaker, T> admitted, Function<String, T> refused) {
        return this instanceof Admitted one ? admitted.apply(one.speaker()) : refused.apply(((Refused) this).words());
    }

    /** At a place in a group, active or still without a nickname. */
    record Admitted(Speaker speaker) implements Admission {}

    /** With what the phone shows instead. */
    record Refused(String words) implements Admission {}
}
