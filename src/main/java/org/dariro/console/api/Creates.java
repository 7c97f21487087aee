package org.dariro.console.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A method that answers 201 rather than 200: it makes what it shows. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface Creates {}
