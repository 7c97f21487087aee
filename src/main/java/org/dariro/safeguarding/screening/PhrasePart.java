package org.dariro.safeguarding.screening;

import java.util.Set;

/**
 * One step of a phrase: any one of some words or fixed sequences of words, or a gap.
 *
 * @param words folded words, or several with spaces between; a word may begin or end with a star, which stands for any letters
 * @param gap how many other words may be passed over here, within the sentence; then there are no words
 */
record PhrasePart(Set<String> words, int gap) {
    PhrasePart {
        words = Set.copyOf(words);
    }

    static PhrasePart of(Set<String> words) {
        return new PhrasePart(words, 0);
    }

    static PhrasePart gapOf(int most) {
        return new PhrasePart(Set.of(), most);
    }

    boolean isGap() {
        return gap > 0;
    }
}
