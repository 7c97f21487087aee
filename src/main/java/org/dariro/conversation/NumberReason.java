package org.dariro.conversation;

/** Why somebody of the staff needs a member's number; what is not here is no reason. */
public enum NumberReason {
    /** Somebody is in danger and must be called, or help must find them. */
    EMERGENCY,
    /** The member asked to be called. */
    ASKED_TO_CALL,
    /** Whether the number is right: texts do not arrive, or the person says so. */
    CHECK,
    /** A service that the member agreed to needs it. */
    REFERRAL
}
