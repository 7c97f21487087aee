package org.dariro.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as readers and mentors see it.
 *
 * @param nickname the author's
 * @param role the author's
 * @param releasedAt null while it is held, and when it was rejected
 */
public record LoggedPost(
        Post post, String nickname, Role role, @Nullable Instant releasedAt) {}
