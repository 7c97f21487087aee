package org.dariro.conversation;

/** Why a person's place in a group was not made or changed. */
public enum PlaceFault implements Fault {
    GROUP_CLOSED("", true, "The group is closed."),
    NUMBER_MISSING("number", false, "A member needs a phone number: give it with + and the country code."),
    NUMBER_IMPOSSIBLE("number", false, "This cannot be a person's phone number: give it with + and the country code."),
    NUMBER_OURS("number", false, "This is one of the service's own numbers."),
    ALREADY_IN("number", true, "The person with this number is in the group already."),
    ALREADY_ASKED("number", true, "The person with this number was asked already and has not answered yet."),
    STOPPED(
            "number",
            true,
            "The person with this number has said STOP. That holds until they text START; nobody else can undo it."),
    SAID_NO(
            "number",
            true,
            "The person with this number said no or was removed, so they are not asked again by SMS. They can text JOIN"
                    + " and the group's code, or you enrol them with consent given in person."),
    OTHER_ROLE("role", true, "The person with this number has had another role in this group, which cannot change."),
    NICKNAME_MISSING("nickname", false, "A mentor needs a nickname."),
    NICKNAME_LENGTH("nickname", false, "A nickname has 2 to 12 characters."),
    NICKNAME_DIGITS("nickname", false, "A nickname may have at most two digits, at its end."),
    NICKNAME_CHARACTERS(
            "nickname", false, "A nickname has only letters, with single spaces, hyphens or apostrophes between them."),
    NICKNAME_RESERVED("nickname", false, "This nickname is a command, or could be mistaken for staff."),
    NICKNAME_TAKEN("nickname", true, "Somebody in the group has this nickname already."),
    LANGUAGE_UNKNOWN("language", false, "The service does not have this language."),
    NOTE_MISSING(
            "consent", false, "Consent given in person needs a note: who took it, when, and where it is written down."),
    NOT_IN_GROUP("", true, "This person is not in the group any more."),
    ALREADY_THERE("", true, "This person is in the other group already."),
    MENTOR_STAYS("", true, "A mentor is not moved: take the place away, and enrol the mentor in the other group."),
    ALERT_OPEN("", true, "An alert about this person is open: somebody may need help. Close it first."),
    POST_HELD("", true, "A post of this person is held: release or reject it first."),
    IS_MENTOR("", true, "A mentor is not muted: take the place away, or talk to your colleague."),
    NOT_FOR_PROGRAMS("", true, "A number is shown to a person, who answers for it; this token is a program's."),
    NOT_READ_BY_PROGRAMS("", true, "What somebody answered is shown to a person; this token is a program's."),
    NO_PHONE("", true, "This person has no phone here, so there is no language or reading mode to set."),
    NO_SERVICE_CODE("mode", false, "The line of this group has no USSD code, so nobody could read by USSD.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    PlaceFault(String field, boolean conflict, String words) {
        said = new Said(field, conflict, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
