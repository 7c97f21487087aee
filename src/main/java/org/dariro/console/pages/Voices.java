package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.dariro.group.Membership;
import org.dariro.group.Memberships;
import org.dariro.group.Role;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;

/**
 * As whom somebody may write in a group: as the mentor that they are there; else as any of the group's mentors, as when
 * several people share one voice.
 */
@Component
public class Voices {
    private final Memberships memberships;

    @Inject
    public Voices(Memberships memberships) {
        this.memberships = memberships;
    }

    /** The mentors' places; none in a group without a mentor. */
    public List<Membership> of(Transaction tx, Visit visit, long group) {
        Optional<Long> own =
                visit.staff().flatMap(one -> one.serviceIn(group)).flatMap(service -> service.membership());
        List<Membership> mentors = memberships.in(tx, group).stream()
                .filter(place -> place.role() == Role.MENTOR && place.standing() == Standing.ACTIVE)
                .toList();
        List<Membership> self = mentors.stream()
                .filter(place -> own.isPresent() && own.get() == place.id())
                .toList();
        return self.isEmpty() ? mentors : self;
    }

    /** The one that was chosen; the only one, or the first, when none was. */
    public Optional<Membership> chosen(Transaction tx, Visit visit, long group, Optional<String> as) {
        List<Membership> voices = of(tx, visit, group);
        return as.flatMap(name -> voices.stream()
                        .filter(place -> place.name().equals(name))
                        .findFirst())
                .or(() -> as.isPresent() ? Optional.empty() : voices.stream().findFirst());
    }
}
