package org.dariro.console.api;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name; {@code mode}
 * @param detail a sentence that does not repeat the value
 */
public record FieldError(String field, String detail) {}
