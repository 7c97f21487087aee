package org.dariro.console.api;

import static org.dariro.console.api.Wired.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final String THANDI = "+263771000001";
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    private static List<String> fields(Problem problem) {
        return problem.errors() == null
                ? List.of()
                : problem.errors().stream().map(FieldError::field).toList();
    }

    @Test
    void aMemberIsAskedForConsentAndTakesPartAfterYes() {
        MemberView asked = wired.enrol("+263 77 100 0001", "Thandi");
        assertEquals("invited", asked.standing());
        assertTrue(wired.got().get(0).contains("reply YES"));
        wired.text(THANDI, "YES");
        assertEquals("active", wired.member(asked.id()).standing());
    }

    @Test
    void aMemberWithoutANicknameChoosesOne() {
        long id = wired.enrolInPerson(THANDI, null).id();
        assertEquals("naming", wired.member(id).standing());
        wired.text(THANDI, "Thandi");
        assertEquals("Thandi", wired.member(id).nickname());
        assertEquals("active", wired.member(id).standing());
    }

    @Test
    void consentInPersonNeedsANote() {
        Problem problem = refused(
                400,
                () -> wired.members.enrol(
                        Wired.as("Grace"),
                        wired.group,
                        new MembersResource.NewMember(THANDI, "Thandi", null, null, "in-person", " ")));
        assertEquals(List.of("consent"), fields(problem));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Problem problem = refused(
                400,
                () -> wired.members.enrol(
                        Wired.as("Grace"),
                        wired.group,
                        new MembersResource.NewMember("0771", "Call 0771234", "klingon", null, null, null)));
        assertEquals(List.of("number", "nickname", "language"), fields(problem));
        assertTrue(!problem.toString().contains("0771"));
    }

    @Test
    void nobodyIsEnrolledTwice() {
        wired.enrol(THANDI, "Thandi");
        refused(409, () -> wired.enrol(THANDI, "Else"));
        refused(409, () -> wired.enrol("+263771000002", "thandi"));
        refused(400, () -> wired.enrol(Wired.LINE, "Line"));
    }

    @Test
    void stopIsNotOverruled() {
        wired.enrolInPerson(THANDI, "Thandi");
        wired.text(THANDI, "STOP");
        refused(409, () -> wired.enrol(THANDI, "Thandi"));
        refused(409, () -> wired.enrolInPerson(THANDI, "Thandi"));
    }

    @Test
    void stopAllHoldsForEveryGroup() {
        wired.text(THANDI, "STOP ALL");
        refused(409, () -> wired.enrolInPerson(THANDI, "Thandi"));
    }

    @Test
    void whoSaidNoIsAskedNoMoreButMaySayYesInPerson() {
        long id = wired.enrol(THANDI, "Thandi").id();
        wired.text(THANDI, "NO");
        refused(409, () -> wired.enrol(THANDI, "Thandi"));
        assertEquals(id, wired.enrolInPerson(THANDI, "Thandi").id());
        assertEquals("active", wired.member(id).standing());
    }

    @Test
    void anInvitationIsSettledByConsentInPerson() {
        long id = wired.enrol(THANDI, null).id();
        assertEquals(id, wired.enrolInPerson(THANDI, "Thandi").id());
        assertEquals("active", wired.member(id).standing());
    }

    @Test
    void aMentorNeedsANameButNoPhone() {
        assertEquals("active", wired.mentor("Grace").standing());
        refused(400, () -> wired.mentor(null));
    }

    @Test
    void aMentorWithAPhoneReadsAndWritesLikeAMember() {
        wired.members.enrol(
                Wired.as("Grace"),
                wired.group,
                new MembersResource.NewMember("+263771000009", "Grace", null, "mentor", null, null));
        wired.enrolInPerson(THANDI, "Thandi");
        wired.got();
        wired.text(THANDI, "Hello all");
        assertEquals(List.of("+263771000009 < Thandi: Hello all"), wired.got());
        wired.text("+263771000009", "Hello Thandi");
        assertEquals(List.of(THANDI + " < Grace: Hello Thandi"), wired.got());
    }

    @Test
    void aChangeIsToldToWhoTakesPart() {
        long id = wired.enrolInPerson(THANDI, "Thandi").id();
        wired.got();
        MemberView changed =
                wired.member.change(wired.group, id, new MemberResource.MemberChange("bundled", "sw", "Tendai", null));
        assertEquals("bundled", changed.mode());
        assertEquals("sw", changed.language());
        assertEquals("Tendai", changed.nickname());
        assertEquals(3, wired.got().size());
    }

    @Test
    void aBadChangeChangesNothing() {
        long id = wired.enrolInPerson(THANDI, "Thandi").id();
        wired.got();
        refused(
                400,
                () -> wired.member.change(
                        wired.group, id, new MemberResource.MemberChange("bundled", "klingon", "Tendai", null)));
        assertEquals("Thandi", wired.member(id).nickname());
        assertEquals(List.of(), wired.got());
        refused(
                404,
                () -> wired.member.change(wired.group, 1, new MemberResource.MemberChange(null, null, null, null)));
    }

    @Test
    void whoIsRemovedIsToldAndGetsNothingMore() {
        long id = wired.enrolInPerson(THANDI, "Thandi").id();
        wired.mentor("Grace");
        wired.got();
        assertEquals(
                "left",
                wired.member
                        .remove(Wired.as("Nomsa"), wired.group, id, new MemberResource.Removal("Moved away"))
                        .standing());
        assertTrue(wired.got().get(0).startsWith(THANDI + " < You are no longer in Hope"));
        wired.posts.post(Wired.as("Grace"), wired.group, new PostsResource.NewPost("Grace", "Hello all"));
        assertEquals(List.of(), wired.got());
    }
}
