package org.dariro.console.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A method that a token for some groups only may call although no {@code {group}} stands in its path: it shows no more than
 * the caller's groups, or nothing of any group.
 */
@Target(METHOD)
@Retention(RUNTIME)
public @interface HeedsGroups {}
