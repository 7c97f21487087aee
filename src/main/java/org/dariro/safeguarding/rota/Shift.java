package org.dariro.safeguarding.rota;

/** Somebody's hours on duty for a group in an ordinary week. */
public record Shift(long id, long staff, WeeklyHours hours) {}
