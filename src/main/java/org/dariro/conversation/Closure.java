package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dariro.conversation.PrivateWordDao.PrivateWords;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Alert;
import org.dariro.safeguarding.AlertFault;
import org.dariro.safeguarding.AlertFault.Reason;
import org.dariro.safeguarding.AlertOutcome;
import org.dariro.safeguarding.Alerts;

/**
 * Closes alerts for somebody who has read what their person wrote. Closing settles the private words that belong to an alert, but
 * nobody has read what came after it was shown: then it is not closed.
 */
@Component
public class Closure {
    private final Alerts alerts;
    private final PrivateWordDao words;

    @Inject
    public Closure(Alerts alerts, PrivateWordDao words) {
        this.alerts = alerts;
        this.words = words;
    }

    /**
     * The private words that are read with an alert.
     *
     * @param words the oldest first
     * @param seen how far somebody has read to whom these were shown: the highest id of them and of the open alerts on the person
     */
    public record Shown(List<PrivateWords> words, long seen) {}

    /**
     * How an alert is closed.
     *
     * @param others whether the other open alerts on the same person in the same group are closed with it
     * @param seen how far whoever closes it has read, see {@link Shown}; empty when they do not say: then nothing is checked
     */
    public record Wish(AlertOutcome outcome, String note, boolean others, Optional<Long> seen) {}

    /**
     * What is read with an alert: the words that belong to it, and while it is open those of the other open alerts on the same
     * person in the same group, as what a member writes belongs to the latest of them alone.
     */
    public Shown shown(Transaction tx, Alert alert) {
        List<Long> together = Stream.concat(
                        Stream.of(alert), alert.open() ? alerts.others(tx, alert).stream() : Stream.empty())
                .map(Alert::id)
                .toList();
        List<PrivateWords> said = words.ofAlerts(tx, together);
        return new Shown(said, latest(together, said));
    }

    /**
     * Closes an alert, a critical one as {@link Alerts#close} does.
     *
     * @throws AlertFault as that does, and when the person has written since the alert was shown: words that belong to one of
     *     those to close, or something that raised one of them
     */
    public Alert close(Transaction tx, long id, String by, Wish wish) {
        Alert closed = alerts.close(tx, id, by, wish.outcome(), wish.note());
        List<Long> others = wish.others()
                ? alerts.closeOthers(tx, closed, by, wish.outcome(), wish.note()).stream()
                        .map(Alert::id)
                        .toList()
                : List.of();
        List<Long> together = Stream.concat(Stream.of(id), others.stream()).toList();
        long latest = latest(others, words.ofAlerts(tx, together));
        if (wish.seen().filter(seen -> seen < latest).isPresent()) {
            throw AlertFault.of(Reason.NEW_WORDS);
        }
        together.forEach(one -> alerts.read(tx, one, latest)); // what comes from now on waits by itself
        return closed;
    }

    /** The highest id of some alerts and of what their person wrote. A mentor's words tell nothing of what was there to be read. */
    private static long latest(List<Long> alerts, List<PrivateWords> said) {
        return Stream.concat(
                        alerts.stream(),
                        said.stream().filter(one -> one.mentor() == null).map(PrivateWords::id))
                .reduce(0L, Math::max);
    }
}
