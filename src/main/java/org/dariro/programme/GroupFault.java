package org.dariro.programme;

import org.dariro.conversation.Fault;

/** Why a group was not made or changed. */
public enum GroupFault implements Fault {
    NAME("name", false, "A group's name has 2 to 20 characters. It stands on members' phones: choose a discreet one."),
    LINE("line", false, "This field is needed: the id of a line; GET /lines lists them."),
    CODE("code", false, "A join code has 2 to 20 letters A to Z and digits."),
    CODE_TAKEN("code", true, "Another group has this code already: give a code of its own."),
    LANGUAGE("language", false, "The service does not have this language."),
    COUNTRY("country", false, "This field is needed: two letters as in ISO 3166, such as ZW."),
    MODE("mode", false, "This field is one of: at-once, bundled, adaptive, digest, ussd-only."),
    NO_USSD("mode", false, "The line of this group has no USSD code, so nobody could read by USSD."),
    WINDOW("windowSeconds", false, "This field is a whole number from 1 to 86400."),
    CONTACTS("contacts", false, "This field has at most 100 characters."),
    TEMPLATE("template", false, "There is no such template; GET /group-templates lists them."),
    END("endsOn", false, "The last day is a date such as 2026-06-01, from tomorrow to ten years from now."),
    CLOSING("closingDays", false, "The last message goes out 0 to 60 days before the end."),
    CLOSED("", true, "The group is closed.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    GroupFault(String field, boolean conflict, String words) {
        said = new Said(field, conflict, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
