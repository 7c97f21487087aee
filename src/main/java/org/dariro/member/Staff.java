package org.dariro.member;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the people who act on alerts: a mentor, a clinical lead or a coordinator.
 *
 * <p>Life: made by a coordinator, serves groups, may end, and then is called for nothing more.
 *
 * @param name what colleagues call this person
 * @param memberId the person as a number that we know; empty without a phone
 * @param language in which this person is called
 * @param zone where this person's clocks are
 * @param serves the groups this person is called for
 * @param ended whether this person has left
 */
public record Staff(
        long id,
        String name,
        Role role,
        Optional<Long> memberId,
        String language,
        ZoneId zone,
        List<Service> serves,
        boolean ended) {

    /** What somebody is. */
    public enum Role {
        /** Follows groups, and is called first. */
        MENTOR,
        /** Answers for what mentors do about risk, and is called as they are. */
        CLINICAL_LEAD,
        /** Is called when nobody else answered. */
        COORDINATOR
    }

    /**
     * That somebody serves a group.
     *
     * @param turn who is called first where the rota does not say; the lowest
     * @param membership as whom this person writes in the group
     */
    public record Service(long group, int turn, Optional<Long> membership) {}

    public Staff {
        serves = List.copyOf(serves);
    }

    /** Serving a group, too; where this person serves it already only the place is taken, if there was none. */
    Staff serving(Service service) {
        Optional<Service> known = serviceIn(service.group());
        if (known.flatMap(Service::membership).isPresent()) {
            return this;
        }
        List<Service> more = new ArrayList<>(without(service.group()).serves());
        more.add(new Service(service.group(), known.map(Service::turn).orElse(service.turn()), service.membership()));
        return new Staff(id, name, role, memberId, language, zone, more, ended);
    }

    /** No longer serving a group. */
    Staff without(long group) {
        List<Service> fewer =
                serves.stream().filter(service -> service.group() != group).toList();
        return new Staff(id, name, role, memberId, language, zone, fewer, ended);
    }

    /** The name of the zone. */
    public String zoneName() {
        return zone.getId(); // its class is not for templates
    }

    /** How decisions and the audit trail name this person: as colleagues do, so by whatever way somebody acts it is one person. */
    public String actor() {
        return name;
    }

    /**
     * Whether this is a person.
     *
     * @param member the number of that person
     * @param place a place of that person in a group
     */
    public boolean isPerson(Optional<Long> member, Optional<Long> place) {
        return (member.isPresent() && member.equals(memberId))
                || (place.isPresent() && serves.stream().anyMatch(service -> place.equals(service.membership())));
    }

    /** How this person serves a group. */
    public Optional<Service> serviceIn(long group) {
        return serves.stream().filter(service -> service.group() == group).findFirst();
    }
}
