package org.dariro.safeguarding.escalation;

import java.time.Instant;

/** That somebody was called about an alert, at one step of one round. */
public record Page(long id, long alert, long staff, int round, int step, Instant at) {}
