package org.dariro.ussd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbered choices. */
final class Choices {
    private static final int LONGEST_NAME = 40;

    private Choices() {}

    /** The message with its {@code choices}, one a line, each shortened alike when all together are too long. */
    static String list(Hop hop, String key, List<String> names) {
        int words = Lettering.width(hop.say(key, Map.of("choices", "")));
        String choices = "";
        for (int longest = LONGEST_NAME; longest > 0; longest--) {
            choices = lines(names, longest);
            if (words + Lettering.width(choices) <= Lettering.SCREEN) {
                break;
            }
        }
        return hop.say(key, Map.of("choices", choices));
    }

    private static String lines(List<String> names, int longest) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> {
                    String name = Lettering.line(names.get(i));
                    return i + 1 + " " + name.substring(0, Math.min(name.length(), longest));
                })
                .collect(Collectors.joining("\n"));
    }

    /** The number entered, if it is from 1 to {@code most}. */
    static Optional<Integer> number(String input, int most) {
        boolean digits =
                !input.isEmpty() && input.length() <= 4 && input.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits
                ? Optional.of(Integer.valueOf(input)).filter(number -> number >= 1 && number <= most)
                : Optional.empty();
    }
}
