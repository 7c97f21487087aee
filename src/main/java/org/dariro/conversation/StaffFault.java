package org.dariro.conversation;

/** Why somebody of the staff was not made or changed. */
public enum StaffFault implements Fault {
    STAFF_NAME_TAKEN(
            "name",
            "Somebody else of the staff goes or went by this name, or it is kept for the service: names tell who did what."),
    STAFF_NUMBER_WRONG("number", "This is a phone number with + and the country code, and none of our own lines."),
    STAFF_NUMBER_TAKEN("number", "Somebody else of the staff has this number."),
    STAFF_AS_NOBODY("as", "This is the nickname of no mentor of the group.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    StaffFault(String field, String words) {
        said = new Said(field, false, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
