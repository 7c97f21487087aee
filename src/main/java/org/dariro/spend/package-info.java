/** What a text costs: segments, estimates, charges, the ledger and budgets. */
@NullMarked
package org.dariro.spend;

import org.jspecify.annotations.NullMarked;
