package org.dariro.conversation;

import java.util.Optional;

/** Reads how long a pause is meant to be: PAUSE, PAUSE 3, PAUSE 3D, PAUSE FOR TWO WEEKS PLEASE. */
final class Pausing {
    private static final int WORDS_AFTER = 5;
    private static final int DAYS_IN_A_WEEK = 7;

    private Pausing() {}

    /**
     * Without a number it is the usual length; one number may stand among words for days, weeks and small words; two
     * numbers or one strange word are answered; anything longer is a sentence, and empty.
     */
    static Optional<Command> read(Words words, Vocabulary known) {
        int numbers = 0;
        int strange = 0;
        int length = 1;
        boolean weeks = false;
        boolean units = false;
        for (int i = 1; i < words.size(); i++) {
            Count count = Count.of(words.word(i), known);
            if (count.number().isPresent()) {
                numbers++;
                length = count.number().get();
            }
            weeks |= count.weeks();
            units |= count.units();
            strange += count.strange() ? 1 : 0;
        }
        if (strange > 1 || (strange == 1 && numbers == 0 && words.size() > 2) || words.size() > 1 + WORDS_AFTER) {
            return Optional.empty();
        }
        if (numbers > 1 || strange == 1) {
            return Optional.of(new Command.PauseBad());
        }
        if (numbers == 0 && !units) {
            return Optional.of(new Command.Pause(Command.Pause.USUAL_DAYS));
        }
        int days = weeks ? DAYS_IN_A_WEEK * length : length;
        boolean fits = days >= 1 && days <= Command.Pause.MOST_DAYS;
        return Optional.of(fits ? new Command.Pause(days) : new Command.PauseBad());
    }

    /** What one word says about the length. */
    private record Count(Optional<Integer> number, boolean units, boolean weeks, boolean strange) {
        static Count of(String word, Vocabulary known) {
            int figures = 0;
            while (figures < word.length() && word.charAt(figures) >= '0' && word.charAt(figures) <= '9') {
                figures++;
            }
            // "3days" is typed as one word
            boolean joined = figures > 0 && figures < word.length();
            String unit = joined ? word.substring(figures) : word;
            Optional<Integer> number = known.number(joined ? word.substring(0, figures) : word);
            boolean weeks = known.has(Entry.WEEKS, unit);
            boolean units = weeks || known.has(Entry.DAYS, unit);
            boolean understood = units || (number.isPresent() && !joined) || known.has(Entry.SMALL_WORDS, word);
            return new Count(number, units, weeks, !understood);
        }
    }
}
