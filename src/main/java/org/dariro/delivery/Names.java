package org.dariro.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The names in one text. An author stands there in full once; later the first letters do, as many as tell them from the
 * others that came before.
 */
final class Names {
    private final List<String> known = new ArrayList<>();

    /** How a name is written next: in full, or short when it stands above already. */
    String next(String name) {
        if (!known.contains(name)) {
            known.add(name);
            return name;
        }
        if (known.size() == 1) {
            return name.substring(0, name.offsetByCodePoints(0, 1));
        }
        String folded = name.toLowerCase(Locale.ROOT);
        for (int end = name.offsetByCodePoints(0, 1); end < name.length(); end = name.offsetByCodePoints(end, 1)) {
            if (name.charAt(end - 1) != ' ' && !shared(folded, Math.min(end, folded.length()), name)) {
                return name.substring(0, end);
            }
        }
        return name;
    }

    private boolean shared(String folded, int length, String name) {
        for (String other : known) {
            if (!other.equals(name) && other.toLowerCase(Locale.ROOT).startsWith(folded.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        known.clear();
    }
}
