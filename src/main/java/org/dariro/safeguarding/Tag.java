package org.dariro.safeguarding;

/**
 * What screening found in a post.
 *
 * @param severity a label: {@code low}
 * @param category a label: {@code self-harm}
 */
public record Tag(String severity, String category) {}
