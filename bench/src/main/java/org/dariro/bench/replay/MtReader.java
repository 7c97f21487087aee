package org.dariro.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the texts on one phone as a person would, one after the other, and says which posts are in each. It knows what was
 * posted and how posts are written ({@code Nick: text}, a line without a name belonging to the one above it,
 * {@code Nick (1/2): ...} for a part of a long one), but nothing of the service's cursors.
 */
final class MtReader {
    private static final Pattern PART = Pattern.compile("(?s)(.{1,24}?) \\(([0-9]+)/([0-9]+)\\): (.*)");
    private final List<Written> posts;
    private final StringBuilder parts = new StringBuilder();
    private int expected;

    private record Written(Posted post, String name, String text) {}

    /** @param posts what others wrote, in the order of the log */
    MtReader(List<Posted> posts) {
        this.posts = posts.stream()
                .map(post -> new Written(post, Folded.of(post.nickname()), Folded.of(post.text())))
                .toList();
    }

    /**
     * The posts that a text completes, in its order; a long post is in the last of its parts.
     *
     * @return empty when the text holds something that is no post
     */
    Optional<List<Posted>> read(String mt) {
        String text = Folded.of(mt);
        List<Posted> found = new ArrayList<>();
        String name = "";
        int at = 0;
        while (at < text.length()) {
            int match = at(text, at, name);
            if (match < 0) {
                return found.isEmpty() ? part(text) : Optional.empty();
            }
            Written written = posts.get(match);
            found.add(written.post());
            at += (written.name().equals(name) && !named(text, at, written)
                            ? 0
                            : written.name().length() + 2)
                    + written.text().length()
                    + 1;
            name = written.name();
            expected = match + 1;
        }
        return Optional.of(found);
    }

    /** Which post is written at a place: the next one that this reader has not got, else any other. */
    private int at(String text, int at, String name) {
        if (expected < posts.size() && is(text, at, name, posts.get(expected))) {
            return expected;
        }
        for (int i = 0; i < posts.size(); i++) {
            if (is(text, at, name, posts.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean is(String text, int at, String name, Written post) {
        return named(text, at, post) || (post.name().equals(name) && whole(text, at, post.text()));
    }

    private static boolean named(String text, int at, Written post) {
        int colon = at + post.name().length();
        return text.startsWith(post.name(), at) && text.startsWith(": ", colon) && whole(text, colon + 2, post.text());
    }

    private static boolean whole(String text, int at, String words) {
        int end = at + words.length();
        return text.startsWith(words, at) && (end == text.length() || text.charAt(end) == '\n');
    }

    private Optional<List<Posted>> part(String text) {
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            return Optional.empty();
        }
        if (part.group(2).equals("1")) {
            parts.setLength(0);
        }
        parts.append(part.group(4));
        if (!part.group(2).equals(part.group(3))) {
            return Optional.of(List.of());
        }
        String words = parts.toString();
        for (int i = expected; i < posts.size() + expected; i++) {
            Written post = posts.get(i % posts.size());
            if (post.text().equals(words) && post.name().equals(part.group(1))) {
                expected = i % posts.size() + 1;
                return Optional.of(List.of(post.post()));
            }
        }
        return Optional.empty();
    }
}
