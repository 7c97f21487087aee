package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.util.List;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** The alerts on one person, in all their groups, and those that one of the staff had. */
@Component
public class AlertHistory {
    private final AlertDao dao;

    @Inject
    public AlertHistory(AlertDao dao) {
        this.dao = dao;
    }

    /** The alerts on a place, open or closed, the latest first; at most 100. */
    public List<Alert> of(Transaction tx, long place) {
        return dao.ofPlace(tx, place);
    }

    /** Whether an alert on a person, in whatever group, is not closed. */
    public boolean isOpen(Transaction tx, long member) {
        return !dao.open(tx, member).isEmpty();
    }

    /** Whether an alert on a person in a group is not closed. */
    public boolean isOpen(Transaction tx, long member, long group) {
        return dao.open(tx, member).stream()
                .anyMatch(alert -> alert.group().filter(one -> one == group).isPresent());
    }

    /**
     * Puts one of the staff in another's stead on all alerts: two who turned out to be the same person, who is not to close
     * as the second what this person closed first.
     */
    public void pass(Transaction tx, long from, long to) {
        dao.pass(tx, from, to);
    }
}
