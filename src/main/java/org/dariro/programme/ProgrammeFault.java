package org.dariro.programme;

import org.dariro.conversation.Fault;

/** Why something of the programme was not done. */
public enum ProgrammeFault implements Fault {
    PLAN_NO_GROUP("groups", false, "Choose at least one group."),
    PLAN_CLOSED("", true, "The group is closed."),
    PLAN_EMPTY("text", false, "There are no words to send."),
    PLAN_LONG("text", false, "The text is too long."),
    PLAN_NOT_AHEAD("at", false, "The time must lie ahead, by at most a year."),
    PLAN_NO_VOICE("as", false, "This is the nickname of no active mentor of the group."),
    PLAN_NO_MEMBER("member", false, "This is no member of the group who takes part."),
    PLAN_DONE("", true, "It was sent or cancelled already."),
    PLAN_UNKNOWN("programme", false, "There is no such plan of topics."),
    PLAN_PAST("from", false, "Every topic of this plan would lie in the past."),
    GUEST_NAME("guest", false, "This cannot be a nickname: letters, at most 12, and no command word."),
    GUEST_TAKEN("guest", false, "Somebody in the group has this nickname."),
    GUEST_TIMES("ends", false, "A session begins ahead, ends after it begins, and lasts a day at most."),
    GUEST_OTHER("begins", true, "Another guest is there at that time."),
    WELLBEING_HOUR("hour", false, "Members are asked at a whole hour from 6 to 20."),
    WELLBEING_RHYTHM("everyWeeks", false, "Members are asked every week, every 2 weeks or every 4 weeks."),
    WELLBEING_NO_ITEM("items", false, "Choose at least one question.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    ProgrammeFault(String field, boolean conflict, String words) {
        said = new Said(field, conflict, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
