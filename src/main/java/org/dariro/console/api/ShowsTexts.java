package org.dariro.console.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A method that shows what members wrote: who asks for it stands in the audit trail before they get it. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface ShowsTexts {
    /** The action as the trail has it: {@code posts-read}. */
    String value();
}
