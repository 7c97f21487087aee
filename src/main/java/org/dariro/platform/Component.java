package org.dariro.platform;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A class of which the service has one. {@code @Singleton} rather than {@code @ApplicationScoped}: no client proxy stands
 * in the hot path, and the class needs no second constructor, so that tests wire it with {@code new}.
 */
@Stereotype
@Singleton
@Target(TYPE)
@Retention(RUNTIME)
public @interface Component {}
