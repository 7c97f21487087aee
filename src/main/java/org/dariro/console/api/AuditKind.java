package org.dariro.console.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What rows of the audit trail are about, by what their actions begin with. */
public enum AuditKind {
    ALERTS("alert-", "post-", "page", "nobody-to-call", "contacts-", "crisis-card-", "reported", "watch"),
    SCREENING("screened"),
    LEXICONS("lexicon"),
    MEMBERS("member-", "guardian-", "number-shown", "private-words-settled", "wellbeing-"),
    GROUPS("group-", "mentor-", "scheduled-", "guest-", "budget-", "daily-counts-"),
    ROTA("rota-", "cover-", "put-on-duty", "taken-off-duty"),
    PEOPLE("user-", "staff-", "sign", "password-", "second-factor-", "recovery-code-", "vouched-"),
    PROGRAMS("token-", "webhook-"),
    STUDIES("study-"),
    LINES("test-text-", "invoice-", "line-", "prices-", "delivery-"),
    READING(
            "searched",
            "alert-viewed",
            "alert-listed",
            "alerts-read",
            "attention-read",
            "guardian-read",
            "holds-read",
            "lexicon-tests-read",
            "member-consents-read",
            "member-notes-read",
            "member-read",
            "group-read",
            "posts-read",
            "private-words-read",
            "scheduled-read",
            "wellbeing-read",
            "number-shown",
            "record-exported",
            "study-exported",
            "study-key-shown");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> actions;

    AuditKind(String... actions) {
        this.actions = List.of(actions);
    }

    /** What the actions begin with. */
    public List<String> actions() {
        return actions;
    }

    /** As it is asked for: {@code people}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this label; empty when there is none. */
    public static Optional<AuditKind> labelled(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
