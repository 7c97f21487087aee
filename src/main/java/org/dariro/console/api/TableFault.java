package org.dariro.console.api;

import org.dariro.conversation.Fault;

/** What is wrong with a cell of a table of members. */
enum TableFault implements Fault {
    NUMBER_SHORTENED(
            "number", "The spreadsheet has shortened this number: format the column as text and type it again."),
    NUMBER_PLUS("number", "Write the number with a + before the country code; format the column as text."),
    NUMBER_TWICE("number", "This number stands in an earlier row too: leave only one of them."),
    NICKNAME_TWICE("nickname", "This nickname stands in an earlier row too: choose another."),
    CONSENT_FORM("consent", "Write ask, or in-person: and a note of who took the consent and when."),
    REFERRER_FORM("referrer", "A code of who sent somebody has 1 to 20 letters A to Z, digits and hyphens.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    TableFault(String field, String words) {
        said = new Said(field, false, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
