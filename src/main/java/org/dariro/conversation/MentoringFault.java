package org.dariro.conversation;

/** Why a mentor's words were not sent. */
public enum MentoringFault implements Fault {
    GROUP_CLOSED("", true, "The group is closed."),
    NO_SUCH_MENTOR("as", false, "This is the nickname of no active mentor of the group."),
    EMPTY("text", false, "There are no words to send."),
    TOO_LONG("text", false, "The text is too long."),
    TAKES_NO_PART(
            "", true, "This person takes no part in the group at present, or has said STOP, so nothing can be sent."),
    NO_PHONE("", true, "This person has no phone here."),
    NO_MONEY(
            "",
            true,
            "The budget has no money left for this text, so nothing was sent. A coordinator can set a new budget."),
    NOT_SCREENED("text", true, "The text could not be screened, so nothing was sent. Please try again.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    MentoringFault(String field, boolean conflict, String words) {
        said = new Said(field, conflict, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
