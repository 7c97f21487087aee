package org.dariro.console.token;

import java.util.Locale;
import java.util.Optional;

/**
 * A part of the API that a token can be kept to. It takes a role and a scope to call something: the role says what a person may
 * do at all, the scope what of it this token is for.
 */
public enum Scope {
    /** Groups, how they are doing in figures, and their lines. */
    GROUPS_READ,
    GROUPS_WRITE,
    /** Who takes part, without numbers. */
    MEMBERS_READ,
    MEMBERS_WRITE,
    /** What is said, in groups and in private. */
    POSTS_READ,
    POSTS_WRITE,
    /** Alerts, holds, watches and calls. */
    ALERTS_READ,
    /** Working alerts and deciding on held posts: for a person's token only. */
    ALERTS_ACT,
    /** Words for later, topics and guests. */
    PROGRAMME_READ,
    PROGRAMME_WRITE,
    /** What screening looks for, and the texts that it is tested with. */
    LEXICONS_READ,
    LEXICONS_WRITE,
    /** Staff, rota and duties. */
    STAFF_READ,
    STAFF_WRITE,
    /** What texts became. */
    DELIVERIES_READ,
    DELIVERIES_WRITE,
    /** Spend, budgets, invoices and exchange rates. */
    SPEND_READ,
    SPEND_WRITE,
    /** Carrier accounts, lines, networks and prices. */
    LINES_READ,
    LINES_WRITE,
    /** Studies and their exports under pseudonyms. */
    STUDIES_READ,
    /** Making, changing and ending studies, and who is behind pseudonyms. */
    STUDIES_WRITE,
    /** The audit trail. */
    AUDIT_READ,
    /** Tokens of the API, and what other systems are told. */
    TOKENS_READ,
    TOKENS_WRITE,
    /** Who may sign in to the console. */
    USERS_READ,
    /** Inviting people, their roles, and links by which they choose a password: for a person's token only. */
    USERS_WRITE;

    /** As it is stored and written: {@code posts:read}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** The scope with this label; empty when there is none. */
    public static Optional<Scope> labelled(String label) {
        for (Scope scope : values()) {
            if (scope.label().equals(label)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
