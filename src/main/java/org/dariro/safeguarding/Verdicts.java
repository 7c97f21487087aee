package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.Group;
import org.dariro.group.Groups;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.lexicon.StoredTest.Risk;
import org.dariro.safeguarding.lexicon.StoredTests;
import org.dariro.safeguarding.protocol.Protocols;

/** Makes stored tests of what people judge: every change of a lexicon is tried against them. */
@Component
public class Verdicts {
    /** The sources whose texts screening judged, and a person now judges otherwise. */
    private static final Set<String> SCREENED = Set.of("post", "private", "nickname", "text");

    private final StoredTests tests;
    private final Members members;
    private final Groups groups;

    @Inject
    public Verdicts(StoredTests tests, Members members, Groups groups) {
        this.tests = tests;
        this.members = members;
        this.groups = groups;
    }

    /** An alert is closed for good. */
    void closed(Transaction tx, Alert alert, AlertOutcome outcome, String by) {
        if (outcome != AlertOutcome.NOT_A_RISK) {
            return;
        }
        tests.takeBack(tx, alert.id(), by);
        if (SCREENED.contains(alert.source()) && !alert.category().equals(Protocols.SCREENING_FAILED)) {
            keep(tx, alert, Optional.empty(), by);
        }
    }

    /** An alert is opened again: what was said of it at its end no longer counts. */
    void reopened(Transaction tx, Alert alert, String by) {
        tests.takeBack(tx, alert.id(), by);
    }

    /** A person sees a risk that screening had not seen. */
    void missed(Transaction tx, Alert alert, Risk risk, String by) {
        tests.takeBack(tx, alert.id(), by);
        keep(tx, alert, Optional.of(risk), by);
    }

    private void keep(Transaction tx, Alert alert, Optional<Risk> expected, String by) {
        Optional<Member> writer = alert.member().flatMap(id -> members.get(tx, id));
        if (alert.member().isPresent() && writer.isEmpty()) {
            return; // erased
        }
        Optional<Group> group = alert.group().map(id -> groups.get(tx, id));
        String language = writer.map(Member::language)
                .or(() -> group.map(Group::language))
                .orElse("en");
        tests.judge(tx, writer, language, group.map(Group::country).orElse(""), alert.text(), expected, alert.id(), by);
    }
}
