package org.dariro.console.pages;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A method of a page that is open to whoever is not, or not wholly, signed in. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface Open {}
