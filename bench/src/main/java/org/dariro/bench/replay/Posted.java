package org.dariro.bench.replay;

/**
 * A line of the trace as the service released it.
 *
 * @param text as the group may read it: stripped, and with what must be masked already masked
 */
record Posted(Trace.Line line, long seq, String nickname, String text) {}
