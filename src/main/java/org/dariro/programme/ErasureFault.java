package org.dariro.programme;

import org.dariro.conversation.Fault;

/** Why somebody was not erased. */
public enum ErasureFault implements Fault {
    NICKNAME_NOT_SO("nickname", false, "This is not the nickname of this person, so nothing was erased."),
    IS_STAFF("", true, "This number is one of the staff's: end that first."),
    NOBODY("", true, "There is no number and no key here: this person was erased, or never had a phone."),
    ALERT_OPEN("", true, "An alert about this person is open: somebody may need help. Close it first."),
    POST_HELD("", true, "A post of this person is held: release or reject it first.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    ErasureFault(String field, boolean conflict, String words) {
        said = new Said(field, conflict, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
