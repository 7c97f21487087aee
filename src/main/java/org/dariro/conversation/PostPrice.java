package org.dariro.conversation;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateway.Price;
import org.dariro.gateway.Tariff;
import org.dariro.gateways.api.Gsm7;
import org.dariro.gateways.api.Money;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.ReadingMode;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.spend.Encoding;
import org.dariro.spend.LineRules;
import org.dariro.spend.Segments;
import org.dariro.spend.Spelling;

/**
 * What a mentor's words would cost before they are sent: their segments, and the price of one text to each who gets it by
 * SMS. What is packed together with other posts costs less in the end. A mentor's words go out as they are written, so
 * characters that cost extra are named, and changed only by whoever wrote them.
 */
@Component
public class PostPrice {
    private final Memberships memberships;
    private final Members members;
    private final Lines lines;
    private final Accounts accounts;
    private final Tariff tariff;

    @Inject
    public PostPrice(Memberships memberships, Members members, Lines lines, Accounts accounts, Tariff tariff) {
        this.memberships = memberships;
        this.members = members;
        this.lines = lines;
        this.accounts = accounts;
        this.tariff = tariff;
    }

    /**
     * A price.
     *
     * @param segments of one text as it goes out; of the dearest line where lines differ
     * @param left characters that still fit into the last segment
     * @param readers how many get it by SMS
     * @param amounts the sum in each currency, as far as prices are known
     * @param unpriced readers for whom no price is known
     * @param dear the characters that make each segment shorter, each with what could stand in its place
     */
    public record Offer(
            Segments segments, int left, int readers, List<Money> amounts, int unpriced, Map<String, String> dear) {}

    /** What a post to the group costs. */
    public Offer post(Transaction tx, Group group, Optional<Membership> as, String text) {
        List<Membership> readers = memberships.in(tx, group.id()).stream()
                .filter(place ->
                        place.standing() == Standing.ACTIVE && place.memberId().isPresent())
                .filter(place -> place.modeIn(group) != ReadingMode.USSD_ONLY)
                .filter(place -> as.filter(author -> author.id() == place.id()).isEmpty())
                .toList();
        return offer(tx, readers, as.map(place -> place.name() + ": ").orElse("") + text);
    }

    /** What private words to one member cost, with what stands before them. */
    public Offer told(Transaction tx, Membership to, String text) {
        return offer(tx, List.of(to), text);
    }

    private Offer offer(Transaction tx, List<Membership> readers, String text) {
        Map<Long, Member> people = members.get(
                tx, readers.stream().flatMap(place -> place.memberId().stream()).toList());
        Map<Long, Segments> counted = new HashMap<>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        Segments most = Segments.of(text);
        int unpriced = 0;
        for (Membership place : readers) {
            Segments segments = counted.computeIfAbsent(place.lineId(), id -> segments(lines.get(id), text));
            most = counted.size() == 1 || segments.count() > most.count() ? segments : most;
            Optional<Price> price = place.memberId()
                    .flatMap(id -> Optional.ofNullable(people.get(id)))
                    .flatMap(member -> tariff.quote(tx, place.lineId(), member).price());
            price.ifPresent(one -> sums.merge(
                    one.money().currency(),
                    one.money().amount().multiply(BigDecimal.valueOf(segments.count())),
                    BigDecimal::add));
            unpriced += price.isPresent() ? 0 : 1;
        }
        return new Offer(
                most,
                left(most),
                readers.size(),
                sums.entrySet().stream()
                        .map(sum -> new Money(sum.getValue(), sum.getKey()))
                        .toList(),
                unpriced,
                dear(most, text));
    }

    private Segments segments(Line line, String text) {
        return accounts.find(line.account())
                .map(account -> LineRules.of(account.capabilities()).segments(text))
                .orElseGet(() -> Segments.of(text));
    }

    private static int left(Segments segments) {
        int room = segments.count() == 1
                ? segments.encoding().alone()
                : segments.count() * segments.encoding().joined();
        return Math.max(0, room - segments.units());
    }

    /** The characters for which the whole text is written in the longer alphabet. */
    private static Map<String, String> dear(Segments segments, String text) {
        Map<String, String> dear = new LinkedHashMap<>();
        if (segments.encoding() == Encoding.UCS_2) {
            text.codePoints()
                    .mapToObj(Character::toString)
                    .filter(sign -> !Gsm7.fits(sign))
                    .forEach(sign -> dear.put(sign, swapped(sign)));
        }
        return dear;
    }

    private static String swapped(String sign) {
        return new Spelling(true, true, true).plain(sign).orElse("");
    }

    /** The text with each dear character swapped for what costs no more, where there is such a thing; else left out. */
    public static String plain(String text) {
        Optional<String> whole = new Spelling(true, true, true).plain(text);
        if (whole.isPresent()) {
            return whole.get();
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(sign -> plain.append(Gsm7.fits(sign) ? sign : swapped(sign)));
        return plain.toString();
    }
}
