package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dariro.platform.Messages;

/**
 * Hides phone numbers and e-mail addresses that a member gives away, in digits or spelled out, and what the lexicons find of
 * street addresses, PINs and the like, before others read them.
 * Everything else of the text stays as it is. Linear in the text; keeps no state.
 *
 * @param number what stands in a number's place, best in round brackets: square ones cost two septets each in GSM-7
 * @param address what stands in an e-mail address's place
 * @param details what stands in the place of a street address, a PIN and the like
 * @param digits folded words, and the digit that each is
 */
public record Masking(String number, String address, String details, Map<String, Character> digits) {
    private static final int MOST_ROUNDS = 8;
    private static final Map<String, Character> DIGITS = Map.ofEntries(
            Map.entry("zero", '0'),
            Map.entry("oh", '0'),
            Map.entry("nought", '0'),
            Map.entry("one", '1'),
            Map.entry("two", '2'),
            Map.entry("three", '3'),
            Map.entry("four", '4'),
            Map.entry("five", '5'),
            Map.entry("six", '6'),
            Map.entry("seven", '7'),
            Map.entry("eight", '8'),
            Map.entry("nine", '9'),
            Map.entry("cero", '0'),
            Map.entry("uno", '1'),
            Map.entry("dos", '2'),
            Map.entry("tres", '3'),
            Map.entry("cuatro", '4'),
            Map.entry("cinco", '5'),
            Map.entry("seis", '6'),
            Map.entry("siete", '7'),
            Map.entry("ocho", '8'),
            Map.entry("nueve", '9'),
            Map.entry("sifuri", '0'),
            Map.entry("moja", '1'),
            Map.entry("mbili", '2'),
            Map.entry("tatu", '3'),
            Map.entry("nne", '4'),
            Map.entry("tano", '5'),
            Map.entry("sita", '6'),
            Map.entry("saba", '7'),
            Map.entry("nane", '8'),
            Map.entry("tisa", '9'));

    /** English words for what is hidden; numbers are found that are spelled out in English, Spanish or Swahili. */
    public static final Masking ENGLISH =
            new Masking("(number hidden)", "(address hidden)", "(private details hidden)", DIGITS);

    public Masking {
        digits = Map.copyOf(digits);
    }

    /** The words that stand in the place of what is hidden, in a member's language. */
    public Masking in(Messages messages, String language) {
        return new Masking(
                messages.text(language, "number-hidden", Map.of()),
                messages.text(language, "address-hidden", Map.of()),
                messages.text(language, "details-hidden", Map.of()),
                digits);
    }

    /** Hides what is found in {@code text}. */
    public Masked mask(String text) {
        return mask(text, List.of());
    }

    /**
     * Hides what is found in {@code text}, and what it tells of a person.
     *
     * @param matches of the lexicons in {@code text}
     */
    public Masked mask(String text, List<Match> matches) {
        List<Span> spans = new ArrayList<>(PersonalDetails.find(text, matches));
        spans.addAll(find(text));
        return hide(text, joined(spans));
    }

    /**
     * As {@link #mask(String, List)}, for a text that goes on from others: of a number that begins there, what stands in this
     * one is hidden.
     *
     * @param before the words before {@code text}
     */
    public Masked mask(String before, String text, List<Match> matches) {
        int seam = before.length() + 1;
        List<Span> whole = find(before);
        List<Span> spans = new ArrayList<>(PersonalDetails.find(text, matches));
        spans.addAll(find(text));
        find(before + " " + text).stream()
                .filter(span -> span.start() < before.length() && span.end() > seam)
                .filter(span ->
                        whole.stream().noneMatch(known -> known.end() > span.start())) // its own, and then a number
                .forEach(span -> spans.add(new Span(0, span.end() - seam, span.kind())));
        return hide(text, joined(spans));
    }

    private Masked hide(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return new Masked(text, false);
        }
        StringBuilder out = new StringBuilder(text.length() + number.length());
        int copied = 0;
        for (Span span : spans) {
            out.append(text, copied, span.start()).append(words(span.kind()));
            copied = span.end();
        }
        return new Masked(out.append(text, copied, text.length()).toString(), true);
    }

    private String words(Span.Kind kind) {
        return switch (kind) {
            case NUMBER -> number;
            case ADDRESS -> address;
            case DETAILS -> details;
        };
    }

    /** What {@link #mask(String)} hides, by place; no two overlap. Looks again at what is left, as one may stand within another. */
    List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        StringBuilder left = new StringBuilder(text);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Span> more = Addresses.find(left.toString());
            blot(left, more);
            List<Span> numbers = new ArrayList<>(SpelledNumbers.find(left.toString(), digits));
            numbers(left.toString(), numbers);
            blot(left, numbers);
            spans.addAll(more);
            spans.addAll(numbers);
            if (more.isEmpty() && numbers.isEmpty()) {
                break;
            }
        }
        return joined(spans);
    }

    private static void blot(StringBuilder text, List<Span> spans) {
        spans.forEach(s -> text.replace(s.start(), s.end(), "\n".repeat(s.end() - s.start())));
    }

    /** By place, those that overlap as one. */
    private static List<Span> joined(List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
        List<Span> apart = new ArrayList<>(spans.size());
        for (Span span : spans) {
            Span last = apart.isEmpty() ? new Span(0, 0, span.kind()) : apart.get(apart.size() - 1);
            if (span.start() >= last.end()) {
                apart.add(span);
            } else if (span.end() > last.end()) { // digits and words that go on into each other
                apart.set(apart.size() - 1, new Span(last.start(), span.end(), last.kind()));
            }
        }
        return apart;
    }

    private static void numbers(String text, List<Span> spans) {
        int i = 0;
        while (i < text.length()) {
            if (!DigitGroups.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            DigitGroups groups = DigitGroups.at(text, i);
            int taken = groups.phone();
            if (taken > 0) {
                spans.add(new Span(groups.opening(), groups.end(taken), Span.Kind.NUMBER));
                i = groups.end(taken);
            } else {
                i = groups.end(groups.others());
            }
        }
    }
}
