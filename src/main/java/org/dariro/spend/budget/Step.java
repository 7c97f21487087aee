package org.dariro.spend.budget;

/**
 * A change of rung.
 *
 * @param why in a sentence for coordinators, with its figures
 */
public record Step(Rung from, Rung to, String why) {}
