package org.dariro.bench.ledger;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dariro.Dariro;
import org.dariro.bench.Arguments;
import org.dariro.bench.Figure;
import org.dariro.gateway.Line;
import org.dariro.gateway.Price;
import org.dariro.gateways.api.DeliveryReport;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.Msisdn;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.group.ReadingMode;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.member.Member;
import org.dariro.member.Nickname;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;
import org.dariro.spend.Amounts;
import org.dariro.spend.LedgerAccount;
import org.dariro.spend.Spending;
import org.dariro.spend.invoice.Invoice;
import org.dariro.spend.invoice.InvoiceRow;
import org.dariro.spend.invoice.Invoices;

/**
 * {@code bench/run ledger}: sends texts through the whole service by a carrier that bills, refuses, loses answers, tells
 * charges early, late and twice and corrects itself; then holds the ledger against the carrier's own sum.
 */
public final class LedgerBench {
    private static final String ACCOUNT = "billed";
    private static final int MEMBERS = 15;
    private static final int GROUPS = 20;
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private final PrintStream out;
    private Instant now = START;
    private final List<Membership> places = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    /** Prints its figures to {@code out}. */
    public LedgerBench(PrintStream out) {
        this.out = out;
    }

    /** Runs it; false when the ledger and the carrier differ. */
    public boolean run(List<String> words) {
        Arguments arguments = new Arguments(words, Set.of("sends", "seed"));
        int sends = arguments.number("sends", 100_000, 1);
        Settings settings = Settings.of(Map.of(
                "DARIRO_DB_URL",
                arguments.plain().isEmpty()
                        ? "jdbc:h2:mem:ledger"
                        : arguments.plain().get(0),
                "DARIRO_ACCOUNTS",
                ACCOUNT,
                "DARIRO_ACCOUNT_BILLED_KIND",
                BilledCarrier.KIND,
                "DARIRO_ACCOUNT_BILLED_SEED",
                Integer.toString(arguments.number("seed", 1, 0))));
        InstantSource clock = () -> now;
        try (Dariro dariro = new Dariro(settings, Vault.inMemory(), clock, Work.inline()).start()) {
            BilledCarrier carrier = (BilledCarrier) dariro.accounts.get(ACCOUNT).gateway();
            carrier.early(dariro.receipts::take);
            prepare(dariro);
            send(dariro, sends);
            int corrections = hear(dariro, carrier);
            boolean agrees = compare(dariro, carrier, corrections);
            return invoice(dariro, carrier) && agrees;
        }
    }

    private void prepare(Dariro dariro) {
        Line line = dariro.database.inTransaction(tx -> dariro.lines.add(tx, ACCOUNT, "+263770000000", ""));
        dariro.database.useTransaction(tx -> {
            price(dariro, line, "26377", "0.0477");
            for (int g = 0; g < GROUPS; g++) {
                Group group = dariro.groups.create(
                        tx,
                        new Group(
                                0,
                                "G" + g,
                                "G" + g,
                                line.id(),
                                "en",
                                "ZW",
                                g % 2 == 0 ? ReadingMode.AT_ONCE : ReadingMode.BUNDLED,
                                Duration.ofMinutes(5),
                                "",
                                false,
                                false));
                for (int m = 0; m < MEMBERS; m++) {
                    String number = "+26377" + m % 4 + String.format("%06d", g * 100 + m);
                    Member member = dariro.members.findOrRegister(tx, Msisdn.of(number), "en");
                    Nickname nickname = Nickname.parse("M" + (char) ('a' + m)).match(good -> good, bad -> {
                        throw new IllegalStateException("not a nickname");
                    });
                    members.add(member);
                    places.add(dariro.memberships.add(
                            tx, group, Optional.of(member.id()), line.id(), Role.MEMBER, Standing.ACTIVE, nickname, 0));
                }
            }
        });
    }

    private void price(Dariro dariro, Line line, String prefix, String amount) {
        dariro.database.useTransaction(tx -> {
            add(dariro, tx, line, prefix + "0", amount);
            add(dariro, tx, line, prefix + "1", "0.1148");
            add(dariro, tx, line, prefix + "2", "0.0195"); // none for the numbers that begin with 3
        });
    }

    private void add(Dariro dariro, org.dariro.platform.Transaction tx, Line line, String prefix, String amount) {
        dariro.prices.add(
                tx,
                new Price(
                        0,
                        line.id(),
                        "ZW",
                        Optional.empty(),
                        Optional.of(prefix),
                        new Money(new BigDecimal(amount), "USD"),
                        LocalDate.EPOCH,
                        "bench",
                        Instant.EPOCH));
    }

    private long parcels(Dariro dariro, String where) {
        return dariro.database.inTransaction(tx -> tx.query("select count(*) from parcels" + where)
                .mapTo(long.class)
                .one());
    }

    private void send(Dariro dariro, int sends) {
        long posts = 0;
        while (parcels(dariro, "") < sends) {
            for (int i = 0; i < 100; i++) {
                int who = (int) (posts * 7 % places.size());
                String text = "Post number " + posts + " is of some length. ".repeat((int) (posts % 9));
                posts++;
                dariro.database.useTransaction(tx ->
                        dariro.log.append(tx, places.get(who), members.get(who).key(), text, null));
                now = now.plusSeconds(15);
                dariro.runDue();
            }
            dariro.reconciliation.resolve();
            dariro.runDue();
        }
        for (int i = 0; i < 200 && parcels(dariro, " where state in ('READY', 'SENDING', 'UNKNOWN')") > 0; i++) {
            now = now.plusSeconds(61);
            dariro.reconciliation.resolve();
            dariro.runDue();
        }
    }

    private int hear(Dariro dariro, BilledCarrier carrier) {
        dariro.receipts.ripen();
        for (int i = 0; i < 1_000; i++) {
            dariro.receipts.ripen(); // five hundred at a time
            if (count(dariro, "early_receipts") == 0) {
                break;
            }
        }
        take(dariro, carrier.receipts());
        for (int i = 0; i < 10_000 && count(dariro, "charge_requests") > 0; i++) {
            if (i % 50 == 0) {
                now = now.plus(Duration.ofMinutes(3));
            }
            dariro.chargeRequests.ask();
        }
        now = now.plus(Duration.ofDays(2));
        List<DeliveryReport> corrections = carrier.corrections();
        take(dariro, corrections);
        return corrections.size();
    }

    private static long count(Dariro dariro, String table) {
        return dariro.database.inTransaction(tx ->
                tx.query("select count(*) from " + table).mapTo(long.class).one());
    }

    private static void take(Dariro dariro, List<DeliveryReport> reports) {
        for (int i = 0; i < reports.size(); i += 200) {
            dariro.receipts.take(reports.subList(i, Math.min(reports.size(), i + 200)));
        }
    }

    private boolean compare(Dariro dariro, BilledCarrier carrier, int corrections) {
        LocalDate first = LocalDate.ofInstant(START, ZoneOffset.UTC);
        LocalDate last = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long begun = System.nanoTime();
        Map<String, Amounts> sums = dariro.spending
                .report(null, first, last, Spending.By.GROUP)
                .total()
                .amounts();
        double firstSeconds = (System.nanoTime() - begun) / 1e9;
        begun = System.nanoTime();
        dariro.spending.report(null, first, last, Spending.By.MEMBER);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<LedgerAccount, Map<String, BigDecimal>> balances =
                dariro.database.inTransaction(tx -> dariro.ledger.balances(tx, START, now.plusSeconds(1)));
        Map<String, BigDecimal> billed = carrier.total();
        Set<String> currencies = new TreeSet<>(billed.keySet());
        currencies.addAll(sums.keySet());
        BigDecimal difference = BigDecimal.ZERO;
        for (String currency : currencies) {
            BigDecimal wanted = billed.getOrDefault(currency, BigDecimal.ZERO);
            BigDecimal spent = sums.getOrDefault(currency, Amounts.NONE).spent();
            difference = difference
                    .add(spent.subtract(wanted).abs())
                    .add(balance(balances, LedgerAccount.Type.OWED, currency)
                            .add(wanted)
                            .abs())
                    .add(balance(balances, LedgerAccount.Type.SPENT, currency)
                            .subtract(wanted)
                            .abs())
                    .add(balance(balances, LedgerAccount.Type.EXPECTED, currency)
                            .abs());
        }
        new Figure("ledger")
                .with("sends", parcels(dariro, ""))
                .with("billed", carrier.bill().size())
                .with("charges", count(dariro, "charges"))
                .with("corrections", corrections)
                .with("taken_back", count(dariro, "corrections"))
                .with("sum", words(billed))
                .with("difference", difference.toPlainString())
                .with("first_report_s", firstSeconds, 2)
                .with("report_s", seconds, 2)
                .print(out);
        return difference.signum() == 0;
    }

    private static BigDecimal balance(
            Map<LedgerAccount, Map<String, BigDecimal>> balances, LedgerAccount.Type type, String currency) {
        return balances.entrySet().stream()
                .filter(entry -> entry.getKey().type() == type)
                .map(entry -> entry.getValue().getOrDefault(currency, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String words(Map<String, BigDecimal> amounts) {
        Map<String, String> words = new TreeMap<>();
        amounts.forEach((currency, amount) -> words.put(currency, amount.toPlainString()));
        return words.toString().replaceAll("[{} ]", "");
    }

    /** The carrier's bill as an invoice, with faults: of every thousand texts one twice, one dearer, one of somebody else. */
    private boolean invoice(Dariro dariro, BilledCarrier carrier) {
        List<InvoiceRow> rows = new ArrayList<>();
        int faults = 0;
        int at = 0;
        for (BilledCarrier.Message message : carrier.bill()) {
            boolean dearer = at % 1000 == 300 && message.amount().signum() > 0;
            boolean twice = at % 1000 == 600 && message.amount().signum() > 0;
            BigDecimal amount = dearer ? message.amount().add(new BigDecimal("0.01")) : message.amount();
            row(rows, message.id(), amount, message.currency());
            if (twice) {
                row(rows, message.id(), amount, message.currency());
            }
            boolean strange = at % 1000 == 900;
            if (strange) {
                row(rows, "x" + at, new BigDecimal("0.05"), "USD");
            }
            faults += (dearer ? 1 : 0) + (twice ? 1 : 0) + (strange ? 1 : 0);
            at++;
        }
        long begun = System.nanoTime();
        Invoices.Report report = dariro.database.inTransaction(tx -> {
            Invoice invoice =
                    dariro.invoices.load(tx, ACCOUNT, "2026-03", "plain", rows).invoice();
            return dariro.invoices.compare(tx, invoice);
        });
        Figure figure = new Figure("invoice")
                .with("rows", report.rows())
                .with("agreed", report.agreed())
                .with("planted", faults)
                .with("found", report.differences().size());
        report.totals()
                .forEach(total -> figure.with(
                        total.reason().name().toLowerCase(java.util.Locale.ROOT) + "_" + total.currency(),
                        total.texts()));
        figure.with("seconds", (System.nanoTime() - begun) / 1e9, 1).print(out);
        return report.differences().size() == faults;
    }

    private static void row(List<InvoiceRow> rows, String id, BigDecimal amount, String currency) {
        rows.add(new InvoiceRow(
                rows.size() + 2,
                id,
                Optional.empty(),
                new Money(amount, currency),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }
}
