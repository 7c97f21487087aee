package org.dariro.safeguarding.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Words with a star before or after them, which stands for any letters: for languages that build a sentence into one word.
 * A walk over the letters from each of them on, so a look-up costs as many steps as letters, times the longest stem.
 */
final class Stems {
    private static final int[] NONE = {};

    private final Map<Character, Node> roots = new HashMap<>();

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private int anywhere;
        private int atStart;
        private int atEnd;
    }

    Stems(Map<String, Integer> words) {
        words.forEach((word, id) -> {
            boolean before = word.startsWith("*");
            boolean after = word.endsWith("*");
            String stem = word.substring(before ? 1 : 0, word.length() - (after ? 1 : 0));
            Map<Character, Node> at = roots;
            Node node = new Node();
            for (int i = 0; i < stem.length(); i++) {
                node = at.computeIfAbsent(stem.charAt(i), k -> new Node());
                at = node.next;
            }
            if (before && after) {
                node.anywhere = id;
            } else if (before) {
                node.atEnd = id;
            } else {
                node.atStart = id;
            }
        });
    }

    /** The numbers of the words that the letters fit, the longest first in each place. */
    int[] find(char[] letters, int from, int to) {
        if (roots.isEmpty()) {
            return NONE;
        }
        int[] found = NONE;
        for (int start = from; start < to; start++) {
            Map<Character, Node> at = roots;
            for (int i = start; i < to; i++) {
                Node node = at.get(letters[i]);
                if (node == null) {
                    break;
                }
                found = with(found, node.anywhere);
                found = with(found, start == from ? node.atStart : 0);
                found = with(found, i + 1 == to ? node.atEnd : 0);
                at = node.next;
            }
        }
        return found;
    }

    private static int[] with(int[] found, int id) {
        if (id == 0 || Arrays.stream(found).anyMatch(f -> f == id)) {
            return found;
        }
        int[] more = Arrays.copyOf(found, found.length + 1);
        more[found.length] = id;
        return more;
    }
}
