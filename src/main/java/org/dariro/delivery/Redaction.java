package org.dariro.delivery;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/**
 * Takes words out of what went out. Texts are sealed with the service's key, as several members share one, so that they do not
 * die with the key of whoever wrote them or got them.
 */
@Component
public class Redaction {
    private static final int AT_ONCE = 1_000;
    private final RedactionDao dao;
    private final Vault vault;

    @Inject
    public Redaction(RedactionDao dao, Vault vault) {
        this.dao = dao;
        this.vault = vault;
    }

    /**
     * Takes the words out of all that went to a person, and of all that has a post or words of theirs in it.
     *
     * @param places of that person, and {@code groups} theirs
     * @return whether nothing is left; what somebody still waits for is left until it has gone out
     */
    public boolean of(Transaction tx, long member, Collection<Long> places, Collection<Long> groups) {
        List<Long> touched = dao.texts(tx, member, places, groups);
        Set<Long> waiting = new HashSet<>(dao.waiting(tx));
        List<Long> free =
                touched.stream().filter(text -> !waiting.contains(text)).toList();
        for (int from = 0; from < free.size(); from += AT_ONCE) {
            dao.redact(
                    tx,
                    free.subList(from, Math.min(from + AT_ONCE, free.size())),
                    vault.serviceKey().seal("(erased)", Outbox.PLACE));
        }
        return free.size() == touched.size();
    }
}
