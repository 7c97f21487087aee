package org.dariro.conversation;

import java.util.Locale;

/** A line of {@code keywords.properties}. */
enum Entry {
    STOP(Form.WHOLE, true),
    STOP_ALONE(Form.LEADING, true),
    STOP_ALL(Form.WHOLE, true),
    STOP_ASK(Form.WHOLE, false),
    JOIN(Form.LEADING, true),
    YES(Form.WHOLE, true),
    NO(Form.WHOLE, true),
    START(Form.WHOLE, false),
    PAUSE(Form.LEADING, false),
    RESUME(Form.WHOLE, false),
    HELP(Form.WHOLE, false),
    WHO(Form.WHOLE, false),
    NAME(Form.LEADING, false),
    NAME_NOT(Form.PART, false),
    MENTOR(Form.LEADING, false),
    SEND_ALL(Form.WHOLE, false),
    REPORT(Form.LEADING, false),
    LANGUAGE(Form.LEADING, false),
    MODE(Form.LEADING, false),
    READ(Form.LEADING, false),
    AT_ONCE(Form.PART, false),
    BUNDLED(Form.PART, false),
    DIGEST(Form.PART, false),
    USSD_ONLY(Form.PART, false),
    DAYS(Form.PART, false),
    WEEKS(Form.PART, false),
    NUMBERS(Form.PART, false),
    COURTESY(Form.PART, true),
    SMALL_WORDS(Form.PART, true);

    /** How an entry's words make a command. */
    enum Form {
        /** They are the whole text. */
        WHOLE,
        /** One word, which something may follow. */
        LEADING,
        /** They are no command, but stand beside one. */
        PART
    }

    private final Form form;
    private final boolean everywhere;

    Entry(Form form, boolean everywhere) {
        this.form = form;
        this.everywhere = everywhere;
    }

    /** Its name in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its words count whatever the member's language is. */
    boolean everywhere() {
        return everywhere;
    }

    /** Whether it is a command, which may share no word with another. */
    boolean isCommand() {
        return form != Form.PART;
    }

    /** Whether its first word alone makes it known, so that it must be the only one. */
    boolean leads() {
        return form == Form.LEADING;
    }
}
