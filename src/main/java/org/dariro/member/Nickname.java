package org.dariro.member;

import org.jspecify.annotations.Nullable;

/** stand-in until the real one is merged */
public record Nickname(String text, String key) {
    public static @Nullable String keyOf(@Nullable String nickname) {
        return nickname;
    }
}
