package org.dariro.safeguarding.lexicon;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.member.Member;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.AuditLog;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.safeguarding.lexicon.StoredTest.Origin;
import org.dariro.safeguarding.lexicon.StoredTest.Risk;

/** The texts that every change of a lexicon is tried against: what people judged, and what clinicians wrote down. */
@Component
public class StoredTests {
    private final TestDao tests;
    private final Vault vault;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public StoredTests(TestDao tests, Vault vault, AuditLog audit, Ids ids, InstantSource clock) {
        this.tests = tests;
        this.vault = vault;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those that count, the oldest first. */
    public List<StoredTest> all(Transaction tx) {
        return tests.all(tx);
    }

    /** Keeps a text that somebody wrote for this. */
    public StoredTest write(
            Transaction tx, String language, String country, String text, Optional<Risk> expected, String by) {
        StoredTest test = new StoredTest(
                ids.next(),
                language,
                country,
                Optional.of(text),
                expected,
                Origin.WRITTEN,
                Optional.empty(),
                by,
                clock.instant());
        insert(tx, test, Optional.empty(), vault.serviceKey());
        return test;
    }

    /**
     * Keeps a person's verdict on what a member wrote.
     *
     * @param writer empty for somebody without a phone
     * @param expected empty for no risk
     */
    public void judge(
            Transaction tx,
            Optional<Member> writer,
            String language,
            String country,
            String text,
            Optional<Risk> expected,
            long alert,
            String by) {
        StoredTest test = new StoredTest(
                ids.next(),
                language,
                country,
                Optional.of(text),
                expected,
                expected.isEmpty() ? Origin.NOT_A_RISK : Origin.MISSED,
                Optional.of(alert),
                by,
                clock.instant());
        insert(tx, test, writer.map(Member::id), writer.map(Member::key).orElseGet(vault::serviceKey));
    }

    private void insert(Transaction tx, StoredTest test, Optional<Long> member, DataKey key) {
        tests.insert(tx, test, member, key);
        AuditEntry entry = AuditEntry.of(test.by(), "lexicon-test-added")
                .on("lexicon-test", test.id())
                .saying(test.origin().label() + ", expects "
                        + test.expected()
                                .map(risk -> risk.category().label() + " "
                                        + risk.least().name().toLowerCase(Locale.ROOT))
                                .orElse("no alert"));
        audit.add(tx, test.alert().map(alert -> entry.on("alert", alert)).orElse(entry));
    }

    /** Takes a test out; false when there is none. */
    public boolean end(Transaction tx, long id, String by) {
        boolean first = tests.end(tx, id, by, clock.instant());
        if (first) {
            audit.add(tx, AuditEntry.of(by, "lexicon-test-ended").on("lexicon-test", id));
        }
        return first;
    }

    /** Takes back what was said of an alert: somebody now sees it otherwise. */
    public void takeBack(Transaction tx, long alert, String by) {
        tests.of(tx, alert).forEach(test -> end(tx, test.id(), by));
    }
}
