package org.dariro.group;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * That a post was written, without its words.
 *
 * @param words how many it has, as all may read it: what stands between spaces and has a letter or a digit
 */
public record Worded(Instant at, Post.State state, int words) {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    static int count(String text) {
        return (int) SPACE.splitAsStream(text)
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }
}
