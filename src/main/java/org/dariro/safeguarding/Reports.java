package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.group.GroupLog;
import org.dariro.group.LoggedPost;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.AuditEntry;
import org.dariro.platform.Component;
import org.dariro.platform.DataKey;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;
import org.dariro.safeguarding.lexicon.StoredTest.Risk;
import org.dariro.safeguarding.protocol.Protocols;
import org.dariro.safeguarding.screening.Severity;

/**
 * Members tell mentors of a post. An alert is raised about the post and whoever wrote it; who reported is kept, and shown
 * neither to the group nor to its mentors, one of whom it may be about. It counts as high: a person saw what screening may
 * have missed.
 */
@Component
public class Reports {
    /** So far back a post is looked for. */
    private static final int BACK = 200;

    private final ReportDao reports;
    private final AlertDao alertDao;
    private final Alerts alerts;
    private final Safeguard safeguard;
    private final Verdicts verdicts;
    private final GroupLog log;
    private final Memberships memberships;
    private final Members members;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    @SuppressWarnings("TooManyParameters")
    public Reports(
            ReportDao reports,
            AlertDao alertDao,
            Alerts alerts,
            Safeguard safeguard,
            Verdicts verdicts,
            GroupLog log,
            Memberships memberships,
            Members members,
            Vault vault,
            Ids ids,
            InstantSource clock) {
        this.reports = reports;
        this.alertDao = alertDao;
        this.alerts = alerts;
        this.safeguard = safeguard;
        this.verdicts = verdicts;
        this.log = log;
        this.memberships = memberships;
        this.members = members;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reports the last post of the group by anybody else, or by one person.
     *
     * @param about the place of that person; empty for anybody
     * @return false when there is no such post
     */
    public boolean report(Transaction tx, Membership reporter, Optional<Long> about) {
        Optional<LoggedPost> post = last(tx, reporter, about);
        post.ifPresent(reported -> report(tx, reporter, reported));
        return post.isPresent();
    }

    private Optional<LoggedPost> last(Transaction tx, Membership reporter, Optional<Long> about) {
        long end = log.lastSeq(tx, reporter.groupId());
        List<LoggedPost> posts = log.after(tx, reporter.groupId(), Math.max(0, end - BACK), BACK);
        return posts.stream()
                .filter(post -> post.post().author() != reporter.id())
                .filter(post -> about.isEmpty() || about.get() == post.post().author())
                .reduce((earlier, later) -> later);
    }

    private void report(Transaction tx, Membership reporter, LoggedPost post) {
        Optional<Alert> known = alertDao.aboutPost(tx, post.post().id()).stream()
                .filter(alert -> alert.open() && alert.source().equals("report"))
                .findFirst();
        Alert alert = known.orElseGet(() -> raise(tx, post));
        if (known.isEmpty() || !reports.reporters(tx, alert.id()).contains(reporter.id())) {
            reports.insert(tx, ids.next(), alert.id(), reporter.id(), clock.instant());
            known.ifPresent(again -> alerts.note(tx, again, AuditEntry.A_MEMBER, AlertAction.Kind.REPORTED, "", ""));
        }
    }

    /**
     * Somebody of the staff sees a risk in a post that screening had not seen. An alert is raised now, unless one as grave is
     * open about this post; and the text becomes a stored test. No crisis card: it says that the group has not read the text.
     *
     * @throws AlertFault when it is this person's own post
     */
    public Alert missed(Transaction tx, LoggedPost post, Risk risk, String by) {
        Optional<Membership> author = memberships.find(tx, post.post().author());
        alerts.notAbout(tx, author.flatMap(Membership::memberId), author.map(Membership::id), by);
        Alert alert = alertDao.aboutPost(tx, post.post().id()).stream()
                .filter(one -> one.open() && !risk.least().isGraverThan(one.severity()))
                .findFirst()
                .orElseGet(() -> raise(tx, post, "missed", risk.category().label(), risk.least()));
        String seen = risk.category().label() + " " + risk.least().name().toLowerCase(Locale.ROOT);
        alerts.note(tx, alert, by, AlertAction.Kind.MISSED, seen, "");
        verdicts.missed(tx, alert, risk, by);
        return alert;
    }

    private Alert raise(Transaction tx, LoggedPost post) {
        return raise(tx, post, "report", Protocols.REPORT, Severity.HIGH);
    }

    private Alert raise(Transaction tx, LoggedPost post, String source, String category, Severity severity) {
        Optional<Membership> author = memberships.find(tx, post.post().author());
        Optional<Member> member = author.flatMap(Membership::memberId).flatMap(id -> members.get(tx, id));
        DataKey key = member.map(Member::key).orElseGet(vault::serviceKey);
        Alert alert = new Alert(
                ids.next(),
                Optional.of(post.post().groupId()),
                author.map(Membership::id),
                member.map(Member::id),
                source,
                Optional.of(post.post().id()),
                category,
                severity,
                post.post().text(),
                List.of(),
                Alert.State.OPEN,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        safeguard.raise(tx, alert, key);
        return alert;
    }

    /** The places of those who reported what an alert is about; for coordinators. */
    public List<Long> reporters(Transaction tx, long alert) {
        return reports.reporters(tx, alert);
    }
}
