/** Budgets: how much may be spent until when, what will be, and how slow texts must come so that the money lasts. Pure, but for the tables. */
@NullMarked
package org.dariro.spend.budget;

import org.jspecify.annotations.NullMarked;
