package org.dariro.console.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dariro.spend.Correction;
import org.dariro.spend.ParcelBook;
import org.dariro.spend.Written;
import org.jspecify.annotations.Nullable;

/**
 * What one text costs. Nothing of its words, and no number.
 *
 * @param id of the parcel, which is also our reference at the carrier
 * @param member its reader's place in the group
 * @param kind {@code group}, {@code mentor}, {@code system} or {@code safety}
 * @param causedBy the place of whoever wrote most of it
 * @param naiveSegments what one text for each post would have been billed as
 * @param price the row of the price table that it was estimated with
 * @param estimate what it was expected to cost as it was written; null when no price was known
 * @param spent what it costs as far as is known: charged, or else expected
 * @param unpriced whether it may cost something and nobody knows how much
 */
public record SpendTextView(
        long id,
        Instant at,
        @Nullable Long group,
        @Nullable Long member,
        @Nullable String nickname,
        String kind,
        long line,
        @Nullable String network,
        @Nullable Long causedBy,
        int segments,
        int naiveSegments,
        boolean failed,
        boolean unpriced,
        @Nullable Long price,
        InvoicesResource.@Nullable MoneyView estimate,
        List<InvoicesResource.MoneyView> spent,
        List<ChangeView> corrections,
        List<ChangeView> charges) {

    /**
     * A change of what it costs.
     *
     * @param why {@code unsent}, {@code moved}, {@code sent-again}; of a charge its source
     */
    public record ChangeView(
            Instant at,
            String why,
            @Nullable String amount,
            @Nullable String currency) {}

    static SpendTextView of(ParcelBook book, Map<String, String> names) {
        Written text = book.parcel();
        return new SpendTextView(
                text.id(),
                text.at(),
                text.group() == 0 ? null : text.group(),
                text.place().isPresent() ? text.place().get() : null,
                text.place().isPresent() ? names.get(Long.toString(text.place().get())) : null,
                text.kind().toLowerCase(java.util.Locale.ROOT),
                text.line(),
                text.network().isPresent() ? text.network().get() : null,
                text.causedBy().isPresent() ? text.causedBy().get() : null,
                text.segments(),
                text.naiveSegments(),
                text.failed(),
                book.unpriced(),
                text.price().isPresent() ? text.price().get() : null,
                text.estimate().isPresent()
                        ? money(
                                text.estimate().get().amount(),
                                text.estimate().get().currency())
                        : null,
                monies(book.spent()),
                book.corrections().stream().map(SpendTextView::of).toList(),
                book.charges().stream()
                        .map(one -> new ChangeView(
                                one.at(),
                                Fields.label(one.source()),
                                SpendView.plain(one.amount().amount()),
                                one.amount().currency()))
                        .toList());
    }

    private static ChangeView of(Correction one) {
        return new ChangeView(
                one.at(),
                Fields.label(one.reason()),
                one.currency().isPresent() ? SpendView.plain(one.amount()) : null,
                one.currency().isPresent() ? one.currency().get() : null);
    }

    private static InvoicesResource.MoneyView money(BigDecimal amount, String currency) {
        return new InvoicesResource.MoneyView(SpendView.plain(amount), currency);
    }

    private static List<InvoicesResource.MoneyView> monies(Map<String, BigDecimal> amounts) {
        List<InvoicesResource.MoneyView> monies = new ArrayList<>();
        amounts.forEach((currency, amount) -> monies.add(money(amount, currency)));
        return monies;
    }
}
