package org.dariro.console.pages;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.dariro.console.StaffRole;

/**
 * Who may call a method of a page: a signed-in user with one of these roles. Every method states this or {@link Open}. What
 * stands in the path ({@code {group}}, {@code {alert}}, {@code {hold}}, {@code {place}}) must besides belong to a group that
 * the user may see: {@link Keepers} knows.
 */
@Target(METHOD)
@Retention(RUNTIME)
public @interface For {
    /** The roles. */
    StaffRole[] value();
}
