package org.dariro.console.token;

/** Why a token was not made. */
public final class TokenFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong, with the field it is wrong in and our words for it. */
    public enum Reason {
        NAME("name", "This field is needed: what the token is called, with at most 70 characters."),
        TAKEN(
                "name",
                "Another token has this name, or a program's had it, or it is kept for the service: names tell who did what."),
        NOBODY("staff", "There is nobody with this id, or that person has ended."),
        ROLES("roles", "Give one or more of mentor, clinical-lead, coordinator, administrator and auditor."),
        NOT_THEIRS("roles", "The person does not have one of these roles: a token does no more than its holder may."),
        SCOPES("scopes", "A scope is not known here; docs/api.md lists them."),
        MORE_SCOPES("scopes", "A token makes none with more scopes than its own: name those that the new one is for."),
        ACTS_FOR_ANOTHER(
                "scopes",
                "A token that acts on alerts (alerts:act) is made for oneself only: name the other scopes that this one is for."),
        MORE_ROLES("roles", "A program makes no token with a role that it does not have itself."),
        GROUP("groups", "There is no such group."),
        MORE_GROUPS("groups", "A token makes none for more groups than its own."),
        PAST("lastDay", "The last day is today or later, as 2026-12-31."),
        MORE_DAYS("lastDay", "A token makes none that outlives it: give a last day no later than its own.");

        private final String field;
        private final String words;

        Reason(String field, String words) {
            this.field = field;
            this.words = words;
        }

        /** The field that is wrong. */
        public String field() {
            return field;
        }

        /** What is wrong, in English. */
        public String words() {
            return words;
        }
    }

    private final Reason reason;

    TokenFault(Reason reason) {
        super(reason.words(), null, false, false);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
