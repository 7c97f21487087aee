package org.dariro.safeguarding.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dariro.platform.Folding;

/**
 * Finds numbers that are spelled out, wholly or in part, so that they pass a filter: {@code oh seven seven double two},
 * {@code 07seven2 four4one}. Numbers of digits alone are {@link DigitGroups}' business. Linear in the text.
 */
final class SpelledNumbers {
    private static final int LEAST = 7;
    private static final int MOST = 19;
    private static final int WIDEST_GAP = 3;
    private static final String GAP = " -.,/()_+:;\u00a0";
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3, "doble", 2);
    private static final Map<String, String> TENS = Map.ofEntries(
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("thirteen", "13"),
            Map.entry("fourteen", "14"),
            Map.entry("fifteen", "15"),
            Map.entry("sixteen", "16"),
            Map.entry("seventeen", "17"),
            Map.entry("eighteen", "18"),
            Map.entry("nineteen", "19"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("forty", "40"),
            Map.entry("fifty", "50"),
            Map.entry("sixty", "60"),
            Map.entry("seventy", "70"),
            Map.entry("eighty", "80"),
            Map.entry("ninety", "90"),
            Map.entry("diez", "10"),
            Map.entry("doce", "12"),
            Map.entry("trece", "13"),
            Map.entry("catorce", "14"),
            Map.entry("quince", "15"),
            Map.entry("dieciseis", "16"),
            Map.entry("diecisiete", "17"),
            Map.entry("dieciocho", "18"),
            Map.entry("diecinueve", "19"),
            Map.entry("veinte", "20"),
            Map.entry("veintiuno", "21"),
            Map.entry("veintidos", "22"),
            Map.entry("veintitres", "23"),
            Map.entry("veinticuatro", "24"),
            Map.entry("veinticinco", "25"),
            Map.entry("veintiseis", "26"),
            Map.entry("veintisiete", "27"),
            Map.entry("veintiocho", "28"),
            Map.entry("veintinueve", "29"),
            Map.entry("treinta", "30"),
            Map.entry("cuarenta", "40"),
            Map.entry("cincuenta", "50"),
            Map.entry("sesenta", "60"),
            Map.entry("setenta", "70"),
            Map.entry("ochenta", "80"),
            Map.entry("noventa", "90"),
            Map.entry("kumi", "10"),
            Map.entry("ishirini", "20"),
            Map.entry("thelathini", "30"),
            Map.entry("arobaini", "40"),
            Map.entry("hamsini", "50"),
            Map.entry("sitini", "60"),
            Map.entry("sabini", "70"),
            Map.entry("themanini", "80"),
            Map.entry("tisini", "90"));

    /** What stands between tens and ones: {@code cincuenta y cinco, hamsini na tano}. */
    private static final Set<String> AND = Set.of("y", "na");

    private final String text;
    private final Map<String, Character> words;
    private final List<Span> found = new ArrayList<>();

    private final StringBuilder digits = new StringBuilder();
    private int start;
    private int end;
    private boolean spelled;
    private int times = 1;
    private boolean tens;
    private int reach;

    private SpelledNumbers(String text, Map<String, Character> words) {
        this.text = text;
        this.words = words;
    }

    /**
     * The numbers in {@code text}, by place.
     *
     * @param words folded words, and the digit that each is
     */
    static List<Span> find(String text, Map<String, Character> words) {
        SpelledNumbers numbers = new SpelledNumbers(text, words);
        numbers.scan();
        return numbers.found;
    }

    private void scan() {
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            run(from, i);
        }
        close();
    }

    /** Letters and digits without a break: one word ({@code zer0}), or several ({@code 07seven2}). */
    private void run(int from, int to) {
        String whole = letters(from, to);
        if (isWord(whole)) {
            take(from, to, whole);
            return;
        }
        int i = from;
        while (i < to) {
            boolean digit = DigitGroups.isDigit(text.charAt(i));
            int stop = i + 1;
            while (stop < to && DigitGroups.isDigit(text.charAt(stop)) == digit) {
                stop++;
            }
            take(i, stop, digit ? "" : plain(i, stop));
            i = stop;
        }
    }

    private boolean isWord(String word) {
        return words.containsKey(word) || TENS.containsKey(word) || TIMES.containsKey(word);
    }

    private void take(int from, int to, String word) {
        boolean apart = !digits.isEmpty() && !isGap(reach, from);
        if (apart) {
            close();
        }
        Character digit = words.get(word);
        if (word.isEmpty()) {
            add(from, to, text.substring(from, to), false);
        } else if (digit != null) {
            add(from, to, String.valueOf(digit), true);
        } else if (TENS.containsKey(word)) {
            add(from, to, TENS.get(word), true);
            tens = digits.charAt(digits.length() - 1) == '0';
        } else if (tens && AND.contains(word)) {
            reach = to;
        } else if (TIMES.containsKey(word)) {
            if (digits.isEmpty()) {
                start = from;
            }
            times = TIMES.get(word);
            end = to;
            reach = to;
        } else if (isLetterForDigit(word, from, to)) {
            add(from, to, word.startsWith("o") ? "0" : "1", true);
        } else {
            close();
        }
    }

    /** An o or an l beside a digit. */
    private boolean isLetterForDigit(String word, int from, int to) {
        boolean beside = (from > 0 && DigitGroups.isDigit(text.charAt(from - 1)))
                || (to < text.length() && DigitGroups.isDigit(text.charAt(to)));
        return beside && (word.equals("o") || word.equals("l") || word.equals("i") || word.equals("oo"));
    }

    private void add(int from, int to, String more, boolean word) {
        if (digits.isEmpty() && times == 1) {
            start = from;
        }
        boolean unitOfTens = word && more.length() == 1 && tens;
        if (unitOfTens) {
            digits.setLength(digits.length() - 1);
        }
        digits.append(more.repeat(times));
        times = 1;
        tens = false;
        end = to;
        reach = to;
        spelled |= word;
    }

    private void close() {
        boolean counting = digits.length() < MOST && "01234567890123456789".contains(digits);
        if (spelled && digits.length() >= LEAST && digits.length() <= MOST && !counting) {
            found.add(new Span(start, end, Span.Kind.NUMBER));
        }
        digits.setLength(0);
        spelled = false;
        tens = false;
        times = 1;
    }

    private boolean isGap(int from, int to) {
        if (to - from > WIDEST_GAP) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (GAP.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Folded, and digits inside a word read as letters: {@code zer0}. */
    private String letters(int from, int to) {
        String word = plain(from, to);
        boolean letter = word.chars().anyMatch(Character::isLetter);
        return letter
                ? word.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('5', 's')
                : word;
    }

    private String plain(int from, int to) {
        if (to - from > 64) {
            return "?";
        }
        StringBuilder folded = new StringBuilder();
        for (char c : text.substring(from, to).toLowerCase(Locale.ROOT).toCharArray()) {
            char f = Folding.fold(c);
            if (f != Folding.NOTHING) {
                folded.append(f);
            }
        }
        return folded.toString();
    }
}
