package org.dariro.safeguarding.rota;

/**
 * That somebody is on duty, or is not, whatever the ordinary week says. Of several at the same time, the one made last counts.
 *
 * @param reason why, empty when nobody said
 */
public record Change(long id, long staff, boolean onDuty, Span span, String by, String reason) {}
