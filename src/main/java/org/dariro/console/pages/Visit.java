package org.dariro.console.pages;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dariro.console.StaffRole;
import org.dariro.console.signin.SignedIn;
import org.dariro.console.signin.User;
import org.dariro.member.Staff;

/**
 * One call of a page: who calls, in which language and zone, and what they may see. Templates have it as {@code visit}.
 *
 * @param session empty for somebody who is not signed in
 * @param staff the person who acts on alerts that this user is, if any
 * @param actor as whom the user stands in claims and in the audit trail
 * @param formToken what each form brings along
 * @param swap whether only a part of the page is asked for
 * @param address where the call comes from
 * @param words in the language of the pages
 */
public record Visit(
        Optional<SignedIn> session,
        Optional<Staff> staff,
        String actor,
        String formToken,
        boolean swap,
        boolean isSecure,
        String address,
        String browser,
        Words.Spoken words,
        InstantSource clock)
        implements SecurityContext {
    private static final Set<StaffRole> ALL_GROUPS =
            EnumSet.of(StaffRole.CLINICAL_LEAD, StaffRole.COORDINATOR, StaffRole.ADMINISTRATOR);
    private static final Set<StaffRole> OWN_GROUPS = EnumSet.of(StaffRole.MENTOR);

    /** The call that a {@link PageGuard} let in. */
    static Visit of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Caller caller) { // the context itself stands behind a proxy
            return caller.visit();
        }
        throw new IllegalStateException("A call came past the guard");
    }

    /** The same call, with forms that bring something else along. */
    Visit withForms(String token) {
        return new Visit(session, staff, actor, token, swap, isSecure, address, browser, words, clock);
    }

    /** A page of this visit. */
    public Page page(String template) {
        return new Page(template, this, Map.of());
    }

    /** The user; only where somebody is signed in. */
    public User user() {
        return session.orElseThrow().user();
    }

    /** Whether somebody is signed in wholly. */
    public boolean in() {
        return session.filter(one -> one.stage() == SignedIn.Stage.WHOLE).isPresent();
    }

    /** Whether the user has a role. In templates {@code is} with one value compares: there it must be this. */
    public boolean has(String label) {
        return is(label);
    }

    /** Whether the user has one of these roles: {@code mentor}, {@code clinical-lead}, ... */
    public boolean is(String... labels) {
        return in()
                && List.of(labels).stream()
                        .flatMap(label -> StaffRole.labelled(label).stream())
                        .anyMatch(user().roles()::contains);
    }

    /** Whether the user sees what belongs to every group. */
    public boolean seesAllGroups() {
        return in() && user().isAny(ALL_GROUPS);
    }

    /** Whether the user sees what belongs to a group. */
    public boolean sees(long group) {
        return seesAllGroups()
                || (in()
                        && user().isAny(OWN_GROUPS)
                        && staff.flatMap(one -> one.serviceIn(group)).isPresent());
    }

    /** Whether the user sees what belongs to a group, or to none: that is for those who see all. */
    public boolean sees(Optional<Long> group) {
        return group.isPresent() ? sees(group.get()) : seesAllGroups();
    }

    /** Whether there is nothing at all that the user sees: no group, and not all. */
    public boolean seesNothing() {
        return !seesAllGroups() && onlyGroups().isEmpty();
    }

    /** The groups that lists are kept to; empty for all. Ask {@link #seesNothing} first. */
    public Set<Long> onlyGroups() {
        return seesAllGroups() || !in() || !user().isAny(OWN_GROUPS)
                ? Set.of()
                : staff.map(one ->
                                one.serves().stream().map(Staff.Service::group).collect(Collectors.toUnmodifiableSet()))
                        .orElse(Set.of());
    }

    /** The language of the pages. */
    public String language() {
        return words.language();
    }

    /** How the pages look: {@code device}, {@code light} or {@code dark}. */
    public String theme() {
        return session.map(one -> Words.label(one.user().theme())).orElse("device");
    }

    /** Whether single keys do something. */
    public boolean shortcuts() {
        return in() && user().shortcuts();
    }

    /** Where the user's clocks are. */
    public ZoneId zone() {
        return session.map(one -> one.user().zone()).orElse(ZoneOffset.UTC);
    }

    /** The name of that zone. */
    public String zoneName() {
        return zone().getId(); // its class is not for templates
    }

    /** A time as people say it: the hour today, the day before that. */
    public String time(Instant instant) {
        return words.time(instant, clock.instant(), zone());
    }

    /** How long ago: {@code 5 min}, {@code 3 h}, {@code 2 d}. */
    public String ago(Instant instant) {
        return words.ago(instant, clock.instant());
    }

    /** The words for one of a closed set, {@code category-self-harm}; the label itself for one that is not known here. */
    public String named(String kind, String label) {
        return words.known(kind + "-" + label).orElse(label);
    }

    /** A sentence of the bundles; for texts that are made outside a template. */
    public String text(String key, Object... values) {
        return words.text(key, List.of(values));
    }

    @Override
    public Principal getUserPrincipal() {
        return new Caller(this);
    }

    /** Who visits, for the container. */
    record Caller(Visit visit) implements Principal {
        @Override
        public String getName() {
            return visit.actor();
        }
    }

    @Override
    public boolean isUserInRole(String role) {
        return is(role);
    }

    @Override
    public String getAuthenticationScheme() {
        return SecurityContext.FORM_AUTH;
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Visit";
    }
}
