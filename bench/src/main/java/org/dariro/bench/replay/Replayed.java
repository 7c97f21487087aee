package org.dariro.bench.replay;

import java.util.List;
import java.util.Map;

/**
 * What came of a trace under a policy.
 *
 * @param mts what the phones got, the oldest first
 * @param posts what was released, by group and in the order of the group's log
 * @param held how many posts a mentor had to release
 */
record Replayed(Policy policy, List<Mt> mts, Map<String, List<Posted>> posts, int held) {}
