package org.dariro.console.pages;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dariro.conversation.PostPrice;
import org.dariro.gateways.api.Money;
import org.dariro.group.Membership;
import org.jspecify.annotations.Nullable;

/**
 * Where a mentor writes.
 *
 * @param text so far
 * @param as the chosen voice; null when the group has no mentor to write as
 * @param voices the voices to choose from
 * @param count what it would cost; null while there is nothing
 * @param fault what is wrong, or asked; null when nothing is
 * @param asked whether it is a question, and the words go out all the same when the user says so
 */
public record Composer(
        String text,
        @Nullable String as,
        List<String> voices,
        @Nullable Count count,
        @Nullable String fault,
        boolean asked) {
    private static final int PLACES = 2;

    /**
     * What the words would cost.
     *
     * @param price in words, one amount for each currency; empty when no price is known
     * @param dear characters that cost extra, each with its substitute
     */
    public record Count(
            int segments, int left, boolean longAlphabet, int readers, String price, int unpriced, List<Dear> dear) {
        static Count of(PostPrice.Offer offer) {
            return new Count(
                    offer.segments().count(),
                    offer.left(),
                    !offer.dear().isEmpty(),
                    offer.readers(),
                    offer.amounts().stream().map(Composer::amount).collect(Collectors.joining(" + ")),
                    offer.unpriced(),
                    offer.dear().entrySet().stream().map(Dear::of).toList());
        }
    }

    /** A character that costs extra, and what could stand in its place; empty to leave it out. */
    public record Dear(String sign, String instead) {
        static Dear of(Map.Entry<String, String> entry) {
            return new Dear(entry.getKey(), entry.getValue());
        }
    }

    /** An amount with its currency, rounded up to what people pay in. */
    static String amount(Money money) {
        return money.amount().setScale(PLACES, RoundingMode.UP).toPlainString() + " " + money.currency();
    }

    static Composer of(String text, Optional<Membership> as, List<Membership> voices) {
        return new Composer(
                text,
                as.map(Membership::name).orElse(null),
                voices.stream().map(Membership::name).toList(),
                null,
                null,
                false);
    }

    Composer counting(PostPrice.@Nullable Offer offer) {
        return new Composer(text, as, voices, offer == null ? null : Count.of(offer), fault, asked);
    }

    Composer wrong(String what) {
        return new Composer(text, as, voices, count, what, false);
    }

    Composer asking(String what) {
        return new Composer(text, as, voices, count, what, true);
    }
}
