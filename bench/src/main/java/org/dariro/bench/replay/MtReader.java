package org.dariro.bench.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dariro.spend.Spelling;

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

    /** A post in the two spellings that it may come in. */
    private record Written(Posted post, String name, String text, String plain) {
        static Written of(Posted post) {
            return new Written(
                    post,
                    Folded.of(post.nickname()),
                    Folded.of(post.text()),
                    Folded.of(Spelling.of("en").plain(post.text()).orElse(post.text())));
        }
    }

    /** @param posts what others wrote, in the order of the log */
    MtReader(List<Posted> posts) {
        this.posts = posts.stream().map(Written::of).toList();
    }

    /**
     * The posts that a text completes, in its order; a long post is in the last of its parts.
     *
     * @return empty when the text holds something that is no post
     */
    Optional<List<Posted>> read(String mt) {
        String text = Folded.of(mt);
        List<Posted> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String name = "";
        int at = 0;
        while (at < text.length()) {
            int match = at(text, at, name, names);
            if (match < 0) {
                return found.isEmpty() ? part(text) : Optional.empty();
            }
            Written written = posts.get(match);
            found.add(written.post());
            at = end(text, at, name, names, written) + 1;
            name = written.name();
            names.add(name);
            expected = match + 1;
        }
        return Optional.of(found);
    }

    /** Which post is written at a place: the next one that this reader has not got, else any other. */
    private int at(String text, int at, String name, Set<String> names) {
        if (expected < posts.size() && end(text, at, name, names, posts.get(expected)) >= 0) {
            return expected;
        }
        for (int i = 0; i < posts.size(); i++) {
            if (end(text, at, name, names, posts.get(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where a post ends that is written at a place: with its name, or what is left of it after the first time; else -1. */
    private static int end(String text, int at, String name, Set<String> names, Written post) {
        int least = names.contains(post.name()) ? 1 : post.name().length();
        for (int length = post.name().length(); length >= least; length--) {
            if (text.startsWith(": ", at + length)
                    && text.startsWith(post.name().substring(0, length), at)) {
                int end = whole(text, at + length + 2, post);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return post.name().equals(name) ? whole(text, at, post) : -1;
    }

    private static int whole(String text, int at, Written post) {
        for (String words : List.of(post.text(), post.plain())) {
            int end = at + words.length();
            if (text.startsWith(words, at) && (end == text.length() || text.charAt(end) == '\n')) {
                return end;
            }
        }
        return -1;
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
            if ((post.text().equals(words) || post.plain().equals(words))
                    && post.name().equals(part.group(1))) {
                expected = i % posts.size() + 1;
                return Optional.of(List.of(post.post()));
            }
        }
        return Optional.empty();
    }
}
