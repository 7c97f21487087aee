/** Holds the ledger against the books of a carrier that bills. */
@NullMarked
package org.dariro.bench.ledger;

import org.jspecify.annotations.NullMarked;
