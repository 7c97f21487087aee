package org.dariro.console.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.dariro.console.StaffRole;

/** Who may call a method of a resource; a token needs one of these roles. Every method states it. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface MayCall {
    /** The roles. */
    StaffRole[] value();
}
