package org.dariro.console.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dariro.spend.Amounts;
import org.dariro.spend.Spending;

/** Writes amounts and numbers as the readers of a page do. Not for sums: what is written is rounded. */
final class Figures {
    private static final BigDecimal SMALL = new BigDecimal("0.1");
    private static final int FINE = 4;
    private static final String NONE = "\u2013";
    private final Locale locale;

    private Figures(Locale locale) {
        this.locale = locale;
    }

    static Figures of(Visit visit) {
        return new Figures(Locale.forLanguageTag(visit.language()));
    }

    /** {@code 1,204.50 USD}; what is less than a tenth has four decimals where they say something. */
    String money(BigDecimal amount, String currency) {
        return amount(amount) + "\u00a0" + currency;
    }

    /** With all its decimals, at least two. */
    String exact(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(6);
        return format.format(amount) + "\u00a0" + currency;
    }

    /** As {@link #money} without the currency. */
    String amount(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(FINE, RoundingMode.HALF_UP).stripTrailingZeros();
        boolean fine = rounded.abs().compareTo(SMALL) < 0 && rounded.scale() > 2;
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(fine ? rounded.scale() : 2);
        format.setMaximumFractionDigits(fine ? rounded.scale() : 2);
        return format.format(amount);
    }

    String amount(double amount) {
        return amount(BigDecimal.valueOf(amount));
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share in whole percent. */
    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    /** Which of the amounts of an item is meant. */
    interface Which {
        BigDecimal of(Amounts amounts);
    }

    /** In the programme's currency, or in each currency where a rate is missing; a dash for nothing. */
    String money(Spending.Item item, String currency, Which which) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        if (item.converted().isPresent()) {
            sums.put(currency, which.of(item.converted().get()));
        } else {
            item.amounts().forEach((of, amounts) -> sums.put(of, which.of(amounts)));
        }
        return item.amounts().isEmpty() || sums.isEmpty()
                ? NONE
                : sums.entrySet().stream()
                        .map(sum -> money(sum.getValue(), sum.getKey()))
                        .collect(Collectors.joining(" + "));
    }
}
