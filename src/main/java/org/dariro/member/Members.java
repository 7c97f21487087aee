package org.dariro.member;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.Msisdn;
import org.dariro.platform.Component;
import org.dariro.platform.Ids;
import org.dariro.platform.Transaction;
import org.dariro.platform.Vault;

/** The members. Within a transaction each is read once; what is changed in it is seen in it. */
@Component
public class Members {
    private final MemberDao dao;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Members(MemberDao dao, Vault vault, Ids ids, InstantSource clock) {
        this.dao = dao;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** The members of a transaction, by id and by the hash of the number. */
    private record Read(Map<Long, Member> byId, Map<ByteBuffer, Long> byHash) {
        static Read of(Transaction tx) {
            return tx.local(Members.class, () -> new Read(new HashMap<>(), new HashMap<>()));
        }

        void keep(MemberDao.Found found) {
            byId.put(found.member().id(), found.member());
            byHash.put(ByteBuffer.wrap(found.hash()), found.member().id());
        }
    }

    /** Reads the members of many numbers in one query. */
    public void load(Transaction tx, Collection<Msisdn> numbers) {
        Read read = Read.of(tx);
        byte[][] hashes = numbers.stream().map(this::hash).toArray(byte[][]::new);
        dao.byHashes(tx, hashes).forEach(read::keep);
    }

    /** The member with this number. */
    public Optional<Member> find(Transaction tx, Msisdn number) {
        Read read = Read.of(tx);
        ByteBuffer hash = ByteBuffer.wrap(hash(number));
        if (!read.byHash.containsKey(hash)) {
            load(tx, List.of(number));
        }
        return Optional.ofNullable(read.byHash.get(hash)).map(read.byId::get);
    }

    /** The member with this number, registered now if this is the first we hear of it. */
    public Member findOrRegister(Transaction tx, Msisdn number, String language) {
        return find(tx, number).orElseGet(() -> register(tx, number, language));
    }

    private Member register(Transaction tx, Msisdn number, String language) {
        byte[] wrapped = vault.newWrappedKey();
        byte[] hash = hash(number);
        Optional<Instant> kept = dao.keptStop(tx, hash);
        Member member =
                new Member(ids.next(), number, vault.unwrap(wrapped), language, kept.isPresent(), Optional.empty());
        dao.insert(tx, member, hash, wrapped, clock.instant());
        if (kept.isPresent()) { // from now on the member's own row says so
            dao.setStopped(tx, member.id(), kept.get());
            dao.dropStop(tx, hash);
        }
        Read.of(tx).keep(new MemberDao.Found(member, hash));
        return member;
    }

    /** Members by id; an erased one is left out. */
    public Map<Long, Member> get(Transaction tx, Collection<Long> memberIds) {
        Read read = Read.of(tx);
        List<Long> missing =
                memberIds.stream().filter(id -> !read.byId.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            dao.byIds(tx, missing).forEach(read::keep);
        }
        Map<Long, Member> found = new HashMap<>();
        for (Long id : memberIds) {
            Member member = read.byId.get(id);
            if (member != null) {
                found.put(id, member);
            }
        }
        return found;
    }

    /** A member by id. */
    public Optional<Member> get(Transaction tx, long id) {
        return Optional.ofNullable(get(tx, List.of(id)).get(id));
    }

    /** Changes the language that a member is answered in. */
    public Member speak(Transaction tx, Member member, String language) {
        dao.setLanguage(tx, member.id(), language);
        return changed(tx, member.withLanguage(language));
    }

    /** Notes at which network a ported number is; empty to go by its prefix again. */
    public Member network(Transaction tx, Member member, Optional<Network> network) {
        dao.setNetwork(tx, member.id(), network.isPresent() ? network.get().code() : null);
        return changed(tx, member.withNetwork(network));
    }

    /** STOP ALL: holds until {@link #startAll}. */
    public Member stopAll(Transaction tx, Member member) {
        dao.setStopped(tx, member.id(), clock.instant());
        return changed(tx, member.withStopped(true));
    }

    /** START after STOP ALL. */
    public Member startAll(Transaction tx, Member member) {
        dao.setStopped(tx, member.id(), null);
        return changed(tx, member.withStopped(false));
    }

    /**
     * Destroys a member's key and number. Nothing that the key sealed can be read again, in no backup of the database either
     * once that is gone; the same number is somebody new when it texts again.
     *
     * @param stopped whether a STOP is kept for the number, by its hash alone
     */
    public void erase(Transaction tx, Member member, boolean stopped) {
        byte[] hash = hash(member.number());
        if (stopped) {
            dao.keepStop(tx, hash, clock.instant());
        }
        dao.erase(tx, member.id(), vault.hash("erased " + member.id()));
        Read.of(tx).byId.remove(member.id());
        Read.of(tx).byHash.remove(ByteBuffer.wrap(hash));
    }

    /** Whether a number said STOP of which nothing else is kept. */
    public boolean keptStop(Transaction tx, Msisdn number) {
        return dao.keptStop(tx, hash(number)).isPresent();
    }

    private static Member changed(Transaction tx, Member member) {
        Read.of(tx).byId.put(member.id(), member);
        return member;
    }

    private byte[] hash(Msisdn number) {
        return vault.hash(number.e164());
    }
}
