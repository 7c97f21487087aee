package org.dariro.spend;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.jspecify.annotations.Nullable;

/** The texts that a sum of {@link Spending} is made of, the latest first. */
@Component
public class SpendTexts {
    /** So many days are looked through for one page: whoever wants more asks for the next one. */
    private static final int DAYS_AT_ONCE = 40;

    private final Ledger ledger;
    private final BookDao books;
    private final SpendDayDao days;
    private final InstantSource clock;

    @Inject
    public SpendTexts(Ledger ledger, BookDao books, SpendDayDao days, InstantSource clock) {
        this.ledger = ledger;
        this.books = books;
        this.days = days;
        this.clock = clock;
    }

    /**
     * A sum.
     *
     * @param group its id, 0 for what belongs to no group, null for all
     * @param from the first day, in UTC
     * @param to the last day
     * @param item of those that {@code by} stands for; empty for what has none; null for all of them
     */
    public record Wanted(
            @Nullable Long group,
            LocalDate from,
            LocalDate to,
            Spending.By by,
            @Nullable String item) {}

    /**
     * A part of a list.
     *
     * @param next what to give as {@code after} to read on; empty when this is all
     */
    public record Part(List<ParcelBook> texts, Optional<Long> next) {}

    /**
     * Reads a part.
     *
     * @param after the last text that was had so far; 0 at first
     */
    public Part read(Transaction tx, Wanted wanted, long after, int most) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate to = wanted.to().isAfter(today) ? today : wanted.to();
        Optional<Written> last = after == 0
                ? Optional.empty()
                : books.byIds(tx, List.of(after)).stream().findFirst();
        if (last.isPresent() && last.get().day().isBefore(to)) {
            to = last.get().day();
        }
        List<Written> found = new ArrayList<>();
        List<LocalDate> on = on(tx, wanted, to);
        int looked = 0;
        for (LocalDate day : on) {
            if (found.size() > most || (looked == DAYS_AT_ONCE && !found.isEmpty())) {
                break;
            }
            found.addAll(books.latest(tx, wanted, day, last, most + 1 - found.size()));
            looked++;
        }
        boolean more = found.size() > most || looked < on.size();
        List<Written> shown = found.size() > most ? found.subList(0, most) : found;
        return new Part(
                ledger.open(tx, shown),
                more && !shown.isEmpty()
                        ? Optional.of(shown.get(shown.size() - 1).id())
                        : Optional.empty());
    }

    /** The days that may have such texts, the last first. */
    private List<LocalDate> on(Transaction tx, Wanted wanted, LocalDate to) {
        LocalDate from = wanted.from();
        if (wanted.by() == Spending.By.DAY && wanted.item() != null) {
            LocalDate day = LocalDate.parse(wanted.item());
            return day.isBefore(from) || day.isAfter(to) ? List.of() : List.of(day);
        }
        LocalDate until = days.made(tx).until();
        List<LocalDate> found = new ArrayList<>();
        for (LocalDate day = to;
                !day.isBefore(from) && (until == null || !day.isBefore(until));
                day = day.minusDays(1)) {
            found.add(day);
            if (found.size() > 1_100) {
                break;
            }
        }
        if (until != null) {
            found.addAll(days.with(tx, wanted, to.isBefore(until) ? to.plusDays(1) : until));
        }
        return found;
    }
}
