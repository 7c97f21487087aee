package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Optional;
import org.dariro.group.Group;
import org.dariro.group.Memberships;
import org.dariro.member.Nickname;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/** Checks a nickname that staff give to somebody. */
@Component
public class Naming {
    private final Memberships memberships;
    private final Keywords keywords;

    @Inject
    public Naming(Memberships memberships, Keywords keywords) {
        this.memberships = memberships;
        this.keywords = keywords;
    }

    /** The nickname that was written, or why it cannot be had; {@code place} may have it already, -1 for a new place. */
    Attempt<Nickname> check(Transaction tx, Group group, String written, long place) {
        return Nickname.parse(written, keywords.reserved())
                .match(
                        good -> memberships.nicknameTaken(tx, group.id(), good, place)
                                ? Attempt.refuse(PlaceFault.NICKNAME_TAKEN)
                                : new Attempt.Done<>(good),
                        bad -> Attempt.refuse(fault(bad)));
    }

    /** Why it cannot be had; empty when it can. */
    Optional<Fault> fault(Transaction tx, Group group, String written, long place) {
        return check(tx, group, written, place).match(good -> Optional.empty(), faults -> Optional.of(faults.get(0)));
    }

    private static PlaceFault fault(Nickname.Fault bad) {
        return switch (bad) {
            case TOO_SHORT, TOO_LONG -> PlaceFault.NICKNAME_LENGTH;
            case DIGITS -> PlaceFault.NICKNAME_DIGITS;
            case CHARACTERS -> PlaceFault.NICKNAME_CHARACTERS;
            case RESERVED -> PlaceFault.NICKNAME_RESERVED;
        };
    }
}
