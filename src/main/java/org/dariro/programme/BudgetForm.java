package org.dariro.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.spend.budget.Budget;
import org.jspecify.annotations.Nullable;

/**
 * A budget as somebody asks for it.
 *
 * @param amount all of it, a decimal number as text
 * @param reserve the part for safety and answers; null for the setting's
 * @param from its first day in UTC, from which on what was spent counts; null for this moment
 * @param until its last day
 */
public record BudgetForm(
        @Nullable String amount,
        @Nullable String reserve,
        @Nullable String currency,
        @Nullable String from,
        @Nullable String until) {

    /** The budget, or all that is wrong with the form. */
    record Read(Budget budget, List<BudgetFault> faults) {}

    Read read(Instant now, int reservePercent, String by) {
        return new Reading(now).read(this, reservePercent, by);
    }

    private static final class Reading {
        private final List<BudgetFault> faults = new ArrayList<>();
        private final Instant now;

        Reading(Instant now) {
            this.now = now;
        }

        private void fault(BudgetFault.Reason reason) {
            faults.add(BudgetFault.of(reason));
        }

        Read read(BudgetForm form, int reservePercent, String by) {
            BigDecimal amount = amount(BudgetFault.Reason.AMOUNT, form.amount()).orElse(BigDecimal.ONE);
            if (amount.signum() <= 0) {
                fault(BudgetFault.Reason.AMOUNT_NOTHING);
            }
            BigDecimal reserve = form.reserve() == null
                    ? amount.multiply(BigDecimal.valueOf(reservePercent))
                            .movePointLeft(2)
                            .setScale(6, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                    : amount(BudgetFault.Reason.RESERVE, form.reserve()).orElse(BigDecimal.ZERO);
            if (reserve.signum() <= 0 || reserve.compareTo(amount) >= 0) {
                fault(BudgetFault.Reason.RESERVE_RANGE);
            }
            String currency =
                    form.currency() == null ? "" : form.currency().strip().toUpperCase(Locale.ROOT);
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
                fault(BudgetFault.Reason.CURRENCY);
            }
            Instant begins = form.from() == null
                    ? now
                    : day(BudgetFault.Reason.FROM, form.from())
                            .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                            .orElse(now);
            if (begins.isAfter(now)) {
                fault(BudgetFault.Reason.FROM_LATER);
            }
            Instant ends = day(BudgetFault.Reason.UNTIL, form.until() == null ? "" : form.until())
                    .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                    .orElse(now.plusSeconds(1));
            if (!ends.isAfter(now)) {
                fault(BudgetFault.Reason.UNTIL_OVER);
            }
            String setBy = by.length() > 80 ? by.substring(0, 80) : by;
            return new Read(new Budget(amount, reserve, currency, begins, ends, setBy, now), List.copyOf(faults));
        }

        private Optional<BigDecimal> amount(BudgetFault.Reason reason, @Nullable String written) {
            if (written == null || !written.strip().matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                fault(reason);
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(written.strip()));
        }

        private Optional<LocalDate> day(BudgetFault.Reason reason, String written) {
            try {
                return Optional.of(LocalDate.parse(written.strip()));
            } catch (DateTimeParseException e) {
                fault(reason);
                return Optional.empty();
            }
        }
    }
}
