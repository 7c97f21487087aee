package org.dariro.bench.console;

/**
 * A post that the service has taken while consoles were open.
 *
 * @param mark stands in its words
 * @param seq the number that it got in its group
 * @param takenAt nanoseconds of {@link System#nanoTime} at which its carrier was answered
 */
record Posted(int mark, long group, long seq, long takenAt) {}
