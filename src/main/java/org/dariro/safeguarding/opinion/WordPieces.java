package org.dariro.safeguarding.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words cut into the pieces that a sentence model has learnt: of each word the longest known piece from its beginning, then the
 * longest of the rest, and so on (WordPiece, as BERT has it). A word that cannot be cut so is one unknown piece.
 */
final class WordPieces {
    private static final String CONTINUED = "##";
    private static final String FIRST = "[CLS]";
    private static final String LAST = "[SEP]";
    private static final String UNKNOWN = "[UNK]";

    private final Map<String, Long> numbers;
    private final int longest;

    WordPieces(Map<String, Long> numbers) {
        this.numbers = Map.copyOf(numbers);
        longest = numbers.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * From a tokenizer's file, as the tokenizers library of Hugging Face writes it.
     *
     * @throws IOException when it is of another kind
     */
    static WordPieces read(InputStream json) throws IOException {
        JsonNode vocabulary = new ObjectMapper().readTree(json).path("model").path("vocab");
        Map<String, Long> numbers = new HashMap<>();
        for (Map.Entry<String, JsonNode> piece : vocabulary.properties()) {
            numbers.put(piece.getKey(), piece.getValue().asLong());
        }
        for (String needed : List.of(FIRST, LAST, UNKNOWN)) {
            if (!numbers.containsKey(needed)) {
                throw new IOException("The tokenizer's file has no piece " + needed + ".");
            }
        }
        return new WordPieces(numbers);
    }

    /** The numbers of the pieces of {@code words}, with those that begin and end a text; {@code most} altogether, what is over is left out. */
    long[] of(List<String> words, int most) {
        List<Long> pieces = new ArrayList<>();
        pieces.add(number(FIRST));
        for (String word : words) {
            if (pieces.size() >= most) {
                break;
            }
            parts(word).forEach(part -> cut(part, pieces));
        }
        List<Long> kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
        kept.add(number(LAST));
        return kept.stream().mapToLong(Long::longValue).toArray();
    }

    /** A word cut at its signs, each of which is a word of its own. */
    private static List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetterOrDigit(word.charAt(i))) {
                if (i > start) {
                    parts.add(word.substring(start, i));
                }
                parts.add(word.substring(i, i + 1));
                start = i + 1;
            }
        }
        if (start < word.length()) {
            parts.add(word.substring(start));
        }
        return parts;
    }

    private void cut(String word, List<Long> pieces) {
        List<Long> found = new ArrayList<>();
        int start = 0;
        while (start < word.length()) {
            String before = start == 0 ? "" : CONTINUED;
            int end = Math.min(word.length(), start + longest);
            while (end > start && !numbers.containsKey(before + word.substring(start, end))) {
                end--;
            }
            if (end == start) {
                pieces.add(number(UNKNOWN));
                return;
            }
            found.add(number(before + word.substring(start, end)));
            start = end;
        }
        pieces.addAll(found);
    }

    private long number(String piece) {
        Long number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("There is no piece " + piece + ".");
        }
        return number;
    }
}
