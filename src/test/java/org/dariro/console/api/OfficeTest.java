package org.dariro.console.api;

import static org.dariro.console.api.Wired.as;
import static org.dariro.console.api.Wired.program;
import static org.dariro.console.api.Wired.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dariro.console.pages.OwnReplyDao;
import org.dariro.console.pages.ReadMarkDao;
import org.dariro.console.signin.LinkDao;
import org.dariro.console.signin.Passwords;
import org.dariro.console.signin.SessionDao;
import org.dariro.console.signin.UserDao;
import org.dariro.console.signin.Users;
import org.dariro.console.token.Scope;
import org.dariro.conversation.PostPrice;
import org.dariro.member.Staff;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only the console could do before: sign-ins, saved words, marks of what was read, search, and prices beforehand. */
class OfficeTest {
    private final Wired wired = new Wired();
    private final Users users = new Users(
            new UserDao(),
            new LinkDao(),
            new SessionDao(),
            wired.roll,
            new Passwords(),
            wired.dariro.audit,
            wired.dariro.ids,
            wired.clock);
    private final UsersResource people = new UsersResource(
            wired.dariro.database,
            users,
            new UserForm(users, wired.roll, wired.dariro.staffRules),
            Settings.of(Map.of("DARIRO_PUBLIC_URL", "https://hope.example.org/")));
    private final OwnUser holder = new OwnUser(users);
    private final SavedRepliesResource replies = new SavedRepliesResource(
            wired.dariro.database,
            wired.dariro.savedReplies,
            new OwnReplyDao(Vault.inMemory(), wired.dariro.ids, wired.clock),
            holder);
    private final UnreadResource unread = new UnreadResource(
            wired.dariro.database,
            wired.dariro.groups,
            wired.dariro.log,
            new ReadMarkDao(),
            wired.dariro.waitingWords,
            holder);
    private final SearchResource search = new SearchResource(
            wired.dariro.database,
            wired.dariro.groups,
            new SearchDesk(wired.dariro.memberships, wired.dariro.log, wired.dariro.audit));
    private final PostPriceResource price = new PostPriceResource(
            wired.dariro.database,
            wired.dariro.groups,
            wired.dariro.memberships,
            new PostPrice(
                    wired.dariro.memberships,
                    wired.dariro.members,
                    wired.dariro.lines,
                    wired.dariro.accounts,
                    wired.dariro.tariff));

    @AfterEach
    void close() {
        wired.close();
    }

    private static UserForm.Wanted wanted(String email, String name, String role, Long staff) {
        return new UserForm.Wanted(email, name, List.of(role), staff, null, "Africa/Harare", null);
    }

    /** Grace of the staff, who signs in. */
    private UsersResource.UserView grace() {
        long staff = wired.staff("Grace", Staff.Role.MENTOR, Set.of(wired.group))
                .staff()
                .orElseThrow();
        return people.invite(as("Ruth"), wanted("Grace@Example.org", "Grace", "mentor", staff));
    }

    @Test
    void somebodyIsInvitedChangedAndEnded() {
        UsersResource.UserView grace = grace();
        assertEquals("grace@example.org", grace.email());
        assertTrue(String.valueOf(grace.link()).startsWith("https://hope.example.org/console/link/"), grace.link());
        assertNull(people.show(grace.id()).link());
        refused(400, () -> people.invite(as("Ruth"), wanted("grace@example.org", "Else", "mentor", null)));
        refused(400, () -> people.invite(as("Ruth"), wanted("x@example.org", "service", "no-role", null)));
        refused(400, () -> people.invite(as("Ruth"), wanted("x@example.org", "Else", "mentor", grace.staff())));
        refused(
                409,
                () -> people.change(
                        as("Grace"), grace.id(), new UserForm.Wanted(null, null, null, null, null, null, true)));
        UsersResource.UserView changed = people.change(
                as("Ruth"),
                grace.id(),
                new UserForm.Wanted(null, null, List.of("mentor", "coordinator"), null, "sw", null, null));
        assertEquals(List.of("mentor", "coordinator"), changed.roles());
        assertEquals("Grace", changed.name());
        assertEquals("Africa/Harare", changed.zone());
        assertNotNull(people.link(as("Ruth"), grace.id()).link());
        assertFalse(people.dropSecondFactor(as("Ruth"), grace.id()).secondFactor());
        assertTrue(people.change(as("Ruth"), grace.id(), new UserForm.Wanted(null, null, null, null, null, null, true))
                .ended());
        boolean ended = wired.dariro.database.inTransaction(
                tx -> wired.roll.find(tx, grace.staff()).orElseThrow().ended());
        assertTrue(ended);
        refused(409, () -> people.link(as("Ruth"), grace.id()));
        refused(404, () -> people.show(999));
    }

    private boolean isCalled(UsersResource.UserView user) {
        return wired.dariro.database.inTransaction(
                tx -> !wired.roll.find(tx, user.staff()).orElseThrow().ended());
    }

    private void roles(UsersResource.UserView user, String... roles) {
        people.change(as("Ruth"), user.id(), new UserForm.Wanted(null, null, List.of(roles), null, null, null, null));
    }

    @Test
    void whoHasNoRoleLeftThatActsOnAlertsIsNotCalled() {
        UsersResource.UserView grace = grace();
        roles(grace, "coordinator", "auditor");
        assertTrue(isCalled(grace));
        roles(grace, "auditor");
        assertFalse(isCalled(grace));
        roles(grace, "auditor", "clinical-lead");
        assertTrue(isCalled(grace));
        people.change(as("Ruth"), grace.id(), new UserForm.Wanted(null, null, null, null, null, null, true));
        roles(grace, "mentor");
        assertFalse(isCalled(grace), "an account that has ended");
        people.change(
                as("Ruth"), grace.id(), new UserForm.Wanted(null, null, List.of("auditor"), null, null, null, false));
        assertFalse(isCalled(grace));
        roles(grace, "mentor");
        assertTrue(isCalled(grace));
    }

    private List<String> recorded(UsersResource.UserView user) {
        return wired.dariro.database.inTransaction(
                tx -> wired.dariro.audit.list(tx, Optional.of("user:" + user.id()), 0, 20).stream()
                        .map(row -> row.action() + " " + row.details())
                        .filter(row -> row.startsWith("user-"))
                        .toList());
    }

    @Test
    void whatIsChangedOfAUserIsOnRecordByNameOnly() {
        UsersResource.UserView grace = grace();
        people.change(
                as("Ruth"),
                grace.id(),
                new UserForm.Wanted("else@example.org", "Grace M", null, null, "sw", "Africa/Nairobi", null));
        people.change(as("Ruth"), grace.id(), new UserForm.Wanted(null, null, null, null, null, null, true));
        people.change(as("Ruth"), grace.id(), new UserForm.Wanted(null, null, null, null, null, null, null));
        people.change(as("Ruth"), grace.id(), new UserForm.Wanted(null, null, null, null, null, null, false));
        roles(grace, "auditor");
        assertEquals(
                Set.of(
                        "user-invited mentor",
                        "user-changed email,name,language,zone",
                        "user-ended mentor",
                        "user-returned mentor",
                        "user-roles-changed auditor"),
                Set.copyOf(recorded(grace)));
        assertEquals(5, recorded(grace).size());
    }

    @Test
    void aProgramMakesNoSignIn() {
        assertTrue(program("Sync").token().opens(Scope.USERS_READ));
        assertFalse(program("Sync").token().opens(Scope.USERS_WRITE));
    }

    @Test
    void savedWordsAreOnesOwn() {
        refused(409, () -> replies.keep(program("Sync"), new SavedRepliesResource.NewReply("Hello", "Good morning")));
        assertFalse(replies.list(program("Sync"), null).shared().isEmpty());
        grace();
        refused(400, () -> replies.keep(as("Grace"), new SavedRepliesResource.NewReply("", "Good morning")));
        SavedRepliesResource.RepliesView kept =
                replies.keep(as("Grace"), new SavedRepliesResource.NewReply("Hello", "Good morning"));
        assertEquals("Good morning", kept.own().get(0).text());
        assertEquals(
                List.of(), replies.drop(as("Grace"), kept.own().get(0).id()).own());
        refused(404, () -> replies.drop(as("Grace"), 5));
    }

    @Test
    void aClosedGroupIsListedForAsLongAsPrivateWordsWaitThere() {
        grace();
        MemberView thandi = wired.enrolInPerson("+263771000001", "Thandi");
        wired.groups.close(as("Grace"), wired.group);
        assertEquals(List.of(), unread.list(as("Grace")).items());
        wired.text("+263771000001", "MENTOR can we still talk");
        UnreadResource.UnreadView waits = unread.list(as("Grace")).items().get(0);
        assertEquals(wired.group, waits.group());
        assertEquals(1, waits.unread());
        assertEquals(List.of(), unread.list(as("Grace", Set.of(1L))).items());
        wired.dariro.database.useTransaction(tx -> wired.dariro.waitingWords.settle(
                tx, wired.dariro.memberships.find(tx, thandi.id()).orElseThrow(), waits.lastWords(), "Grace"));
        assertEquals(List.of(), unread.list(as("Grace")).items());
    }

    @Test
    void aUserGoesByNoNameOfAnotherOfTheStaff() {
        UsersResource.UserView grace = grace();
        long chipo = wired.staff("Chipo", Staff.Role.MENTOR, Set.of()).staff().orElseThrow();
        UserForm.Wanted name = new UserForm.Wanted(null, "chipo", null, null, null, null, null);
        assertEquals("name", fault(refused(400, () -> people.change(as("Ruth"), grace.id(), name))));
        UserForm.Wanted kept = new UserForm.Wanted(null, "Service", null, null, null, null, null);
        assertEquals("name", fault(refused(400, () -> people.change(as("Ruth"), grace.id(), kept))));
        UserForm.Wanted fresh =
                new UserForm.Wanted("chipo@example.org", "Chipo", List.of("mentor"), null, null, null, null);
        assertEquals("name", fault(refused(400, () -> people.invite(as("Ruth"), fresh))));
        UserForm.Wanted self =
                new UserForm.Wanted("chipo@example.org", "Chipo", List.of("mentor"), chipo, null, null, null);
        assertEquals("Chipo", people.invite(as("Ruth"), self).name());
    }

    private static String fault(Problem problem) {
        return Objects.requireNonNull(problem.errors()).get(0).field();
    }

    @Test
    void whatWasReadIsMarkedAndWordsAreFound() {
        grace();
        wired.enrolInPerson("+263771000001", "Thandi");
        wired.text("+263771000001", "The clinic was closed");
        assertEquals(1, unread.list(as("Grace")).items().get(0).unread());
        assertEquals(0, unread.list(as("Grace", Set.of(1L))).items().size());
        refused(400, () -> unread.seen(as("Grace"), wired.group, new UnreadResource.Seen(7L, null)));
        assertEquals(
                0,
                unread.seen(as("Grace"), wired.group, new UnreadResource.Seen(1L, 0L))
                        .unread());
        SearchDesk.Answer answer = search.search(as("Grace"), "CLINIC", null);
        assertEquals("Thandi", answer.found().get(0).nickname());
        assertEquals(0, search.search(as("Grace", Set.of(1L)), "clinic", null).count());
        assertEquals(1, search.search(as("Grace"), "thandi", null).people().size());
        refused(400, () -> search.search(as("Grace"), "x", null));
    }

    @Test
    void wordsHaveAPriceBeforeTheyAreSent() {
        wired.mentor("Grace");
        long thandi = wired.enrolInPerson("+263771000001", "Thandi").id();
        PostPriceResource.PriceView view =
                price.price(wired.group, new PostPriceResource.Words("You\u2019re kind", "Grace", null));
        assertEquals(1, view.segments());
        assertEquals("ucs-2", view.encoding());
        assertEquals("You're kind", view.plain());
        assertEquals(1, view.readers());
        assertEquals(1, view.unpriced());
        assertNull(price.price(wired.group, new PostPriceResource.Words("Good", null, thandi))
                .plain());
        refused(400, () -> price.price(wired.group, new PostPriceResource.Words("", null, null)));
        refused(400, () -> price.price(wired.group, new PostPriceResource.Words("Good", "Nobody", null)));
        assertEquals(
                List.of(),
                wired.got().stream().filter(text -> text.contains("Good")).toList());
    }
}
