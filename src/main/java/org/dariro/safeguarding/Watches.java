package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.AlertAction.Kind;
import org.dariro.safeguarding.AlertFault.Reason;

/** Watching over people: placed from an alert on them, and kept with it. While one counts, light signs weigh more. */
@Component
public class Watches {
    private final Alerts alerts;
    private final WatchDao dao;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Watches(Alerts alerts, WatchDao dao, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.dao = dao;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Watches over the person of an alert until a time, and so has the alert.
     *
     * @throws AlertFault as any action on the alert, and when it is about nobody with a phone or the time is not ahead
     */
    public void place(Transaction tx, long alertId, String by, Instant until, String note) {
        alerts.ahead(until);
        Alert alert = alerts.act(tx, alertId, by, Kind.WATCHED, until.toString(), note);
        long member = alert.member().orElseThrow(() -> AlertFault.of(Reason.NO_PERSON));
        dao.insert(
                tx,
                new Watch(
                        ids.next(),
                        member,
                        alertId,
                        alert.group(),
                        alert.membership(),
                        by,
                        clock.instant(),
                        until,
                        Optional.empty()));
    }

    /** The watches that count now. */
    public List<Watch> now(Transaction tx) {
        return dao.at(tx, clock.instant());
    }

    /** A watch by its id. */
    public Optional<Watch> find(Transaction tx, long id) {
        return dao.find(tx, id);
    }

    /** Ends a watch before its time; false when it was ended before. */
    public boolean end(Transaction tx, Watch watch, String by) {
        boolean first = dao.end(tx, watch.id(), by, clock.instant());
        if (first) {
            alerts.note(tx, alerts.get(tx, watch.alert()), by, Kind.WATCH_ENDED, "", "");
        }
        return first;
    }
}
