package org.dariro.safeguarding.screening;

/**
 * What {@link Masking} made of a text.
 *
 * @param text what the others may read
 * @param hidden whether anything was hidden, so that the sender is told
 */
public record Masked(String text, boolean hidden) {}
