package org.dariro.delivery.pace;

import java.time.Instant;
import java.util.Optional;

/**
 * What to do for one reader now.
 *
 * @param posts how many of the posts that wait go out now, the oldest first; 0 to wait with all
 * @param again when to ask again if nothing happens before; empty when nothing waits
 */
public record Verdict(int posts, Optional<Instant> again) {}
