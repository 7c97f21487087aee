package org.dariro.delivery;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.dariro.gateway.Accounts;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.gateways.api.Charging;
import org.dariro.gateways.api.LookUp;
import org.dariro.gateways.api.Recipient;
import org.dariro.gateways.api.Sent;
import org.dariro.member.Member;
import org.dariro.member.Members;
import org.dariro.platform.CarrierIds;
import org.dariro.platform.Component;
import org.dariro.platform.Database;
import org.dariro.platform.Faults;
import org.dariro.platform.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the carrier about one parcel. No transaction may be open meanwhile. */
@Component
public class Inquiry {
    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);
    private final Database database;
    private final CarrierIdDao carrierIds;
    private final Accounts accounts;
    private final Lines lines;
    private final Members members;
    private final Vault vault;

    @Inject
    public Inquiry(
            Database database, CarrierIdDao carrierIds, Accounts accounts, Lines lines, Members members, Vault vault) {
        this.database = database;
        this.carrierIds = carrierIds;
        this.accounts = accounts;
        this.lines = lines;
        this.members = members;
        this.vault = vault;
    }

    /** The account that a parcel went out by. */
    String account(DeliveryDao.Stored parcel) {
        return lines.get(parcel.lineId()).account();
    }

    /** Whether an account's carrier tells what a text costs only when it is asked. */
    boolean tellsLater(String account) {
        return accounts.find(account)
                .filter(known -> known.capabilities().charging() == Charging.ON_REQUEST)
                .isPresent();
    }

    private record Known(Optional<Member> member, List<String> ids) {}

    /** What the carrier says; empty when it cannot be asked, does not answer, or the person is erased. */
    Optional<LookUp> ask(DeliveryDao.Stored parcel) {
        Line line = lines.get(parcel.lineId());
        Known known = database.inTransaction(
                tx -> new Known(members.get(tx, parcel.memberId()), carrierIds.of(tx, parcel.id())));
        return known.member().flatMap(member -> ask(parcel, line, member, known.ids()));
    }

    private Optional<LookUp> ask(DeliveryDao.Stored parcel, Line line, Member member, List<String> ids) {
        Sent sent = new Sent(
                line.address(),
                vault.serviceKey().open(parcel.sealed(), Outbox.PLACE),
                new Recipient(member.number(), Long.toString(parcel.id())),
                parcel.sentAt(),
                ids);
        try {
            return accounts.get(line.account())
                    .gateway()
                    .lookUp(sent, id -> isAnothers(line.account(), id, parcel.id()));
        } catch (RuntimeException e) {
            LOG.error("Account {} failed while it was asked: {}", line.account(), Faults.describe(e));
            return Optional.empty();
        }
    }

    private boolean isAnothers(String account, String id, long parcel) {
        return database.inTransaction(tx -> carrierIds.find(tx, account, List.of(CarrierIds.kept(id)))).stream()
                .anyMatch(known -> known.parcel() != parcel);
    }
}
