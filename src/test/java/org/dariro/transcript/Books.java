package org.dariro.transcript;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Membership;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertQuery;
import org.dariro.spend.Spending;

/** What the tables of a service in this process say: what mentors were told, and when something is due. */
final class Books {
    /** From the leaves to the roots. */
    private static final List<String> TABLES = List.of(
            "lexicon_tests",
            "daily_counts",
            "wellbeing_lows",
            "wellbeing_questions",
            "wellbeing_settings",
            "scheduled_posts",
            "guest_sessions",
            "answering",
            "answering_alerts",
            "drafts",
            "read_marks",
            "texts",
            "ussd_sessions",
            "settled_words",
            "private_words",
            "crisis_cards",
            "pages",
            "escalations",
            "reports",
            "watches",
            "alert_actions",
            "alerts",
            "post_tags",
            "holds",
            "early_receipts",
            "carrier_ids",
            "budgets",
            "budget_hours",
            "budget_events",
            "spend_sums",
            "invoice_rows",
            "invoices",
            "corrections",
            "charge_requests",
            "charges",
            "prices",
            "exchange_rates",
            "parcels",
            "parcel_texts",
            "packing",
            "posts",
            "consents",
            "referrals",
            "guardians",
            "staff_notes",
            "kept_stops",
            "erasures",
            "rota_changes",
            "rota_shifts",
            "cover_hours",
            "staff_groups",
            "staff",
            "api_token_groups",
            "place_pauses",
            "study_groups",
            "studies",
            "memberships",
            "group_lines",
            "group_terms",
            "groups",
            "members");

    /** How long after its answer was lost a text is asked for, and a crisis card sent once more. */
    private static final List<Duration> LOOK_UPS = List.of(Duration.ofSeconds(10), Duration.ofSeconds(60));

    private final Parts parts;
    private long seen;

    Books(Parts parts) {
        this.parts = parts;
    }

    /** The same books, kept by other parts. */
    Books of(Parts fresh) {
        Books books = new Books(fresh);
        books.seen = seen;
        return books;
    }

    /** Empties the tables; the line stays, and who may sign in. */
    void clear() {
        parts.database.useTransaction(tx -> {
            tx.update("update users set staff_id = null");
            tx.update("update api_tokens set staff_id = null");
            TABLES.forEach(table -> tx.update("delete from " + table));
            tx.update("update spend_days_made set until_day = null, looked_at = null");
            tx.update("update alert_numbers set last = 9");
        });
        seen = parts.ids.next();
    }

    /** When the next text that waits is tried again, or the next lost answer looked into. */
    Optional<Instant> nextDelivery(Instant now) {
        return parts.database.inTransaction(tx -> {
            List<Instant> times = new ArrayList<>(times(tx, "select due_at from parcels where state = 'READY'"));
            for (Instant lost : times(tx, "select changed_at from parcels where state = 'UNKNOWN'")) {
                LOOK_UPS.forEach(patience -> times.add(lost.plus(patience)));
            }
            return times.stream().filter(time -> time.isAfter(now)).min(Instant::compareTo);
        });
    }

    private static List<Instant> times(Transaction tx, String sql) {
        return tx.query(sql).mapTo(Timestamp.class).map(Timestamp::toInstant).list();
    }

    /** How the last text to a phone stands, in small letters. */
    String standing(String phone) {
        return parts.database.inTransaction(tx -> tx.query(
                        "select state from parcels where member_id = ? order by id desc limit 1")
                .bind(0, parts.members.find(tx, Msisdn.of(phone)).orElseThrow().id())
                .mapTo(String.class)
                .one()
                .toLowerCase(Locale.ROOT));
    }

    void price(long line, String country, Money money) {
        parts.database.useTransaction(tx -> parts.prices.add(
                tx,
                new Price(
                        0,
                        line,
                        country,
                        Optional.empty(),
                        Optional.empty(),
                        money,
                        LocalDate.EPOCH,
                        "transcript",
                        Instant.EPOCH)));
    }

    /** What a group has spent since the story began, in each currency, and how many texts have no price. */
    String spend(String code, Instant now) {
        long group = parts.database.inTransaction(
                tx -> parts.groups.byCode(tx, code).orElseThrow().id());
        LocalDate first = LocalDate.ofInstant(Stage.START, ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Spending.Item total =
                parts.spending.report(group, first, today, Spending.By.DAY).total();
        List<String> words = new ArrayList<>();
        total.amounts().forEach((currency, sums) -> {
            if (sums.spent().signum() != 0 || sums.naive().signum() != 0) {
                words.add(plain(sums.spent()) + " " + currency + " naive " + plain(sums.naive()) + " " + currency);
            }
        });
        String spent = words.isEmpty() ? "nothing" : String.join(", ", words);
        return total.counts().unpriced() == 0
                ? spent
                : spent + ", unpriced " + total.counts().unpriced();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** What mentors were told since the last call, in the order in which it was written down. */
    List<Stage.Told> told() {
        TreeMap<Long, Stage.Told> told = new TreeMap<>();
        parts.database.useTransaction(tx -> {
            parts.alerts.list(tx, AlertQuery.all(AlertQuery.Kind.ALL)).stream()
                    .filter(alert -> alert.id() > seen)
                    .forEach(alert -> told.put(alert.id(), new Stage.Told(alert(tx, alert))));
            parts.safeguard.waiting(tx).stream()
                    .filter(held -> held.hold().id() > seen)
                    .forEach(held -> told.put(
                            held.hold().id(),
                            new Stage.Told("held " + held.post().nickname() + ": "
                                    + held.post().post().text())));
            parts.groups.all(tx).stream()
                    .flatMap(group -> parts.privateWords.ofGroup(tx, group.id()).stream())
                    .filter(words -> words.id() > seen && words.mentor() == null)
                    .forEach(words -> told.put(
                            words.id(),
                            new Stage.Told("private " + name(tx, words.membership()) + ": " + words.text())));
        });
        if (!told.isEmpty()) {
            seen = told.lastKey();
        }
        return List.copyOf(told.values());
    }

    private String alert(Transaction tx, Alert alert) {
        String who = alert.membership().map(id -> name(tx, id)).orElseGet(() -> parts.members
                .get(tx, alert.member().orElseThrow().longValue())
                .orElseThrow()
                .number()
                .e164());
        String where =
                switch (alert.source()) {
                    case "post" -> "";
                    case "private" -> " in a private word";
                    case "nickname" -> " in a nickname";
                    case "report" -> "";
                    default -> " in a text";
                };
        return "alert " + alert.severity().name().toLowerCase(Locale.ROOT) + " " + alert.category() + " for " + who
                + where;
    }

    private String name(Transaction tx, long place) {
        Optional<Membership> membership = parts.memberships.find(tx, place);
        return membership.map(Membership::name).orElseThrow();
    }
}
