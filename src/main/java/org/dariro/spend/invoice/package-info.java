/** Carriers' invoices: read, compared with the ledger text by text, and entered once a person has confirmed. */
@NullMarked
package org.dariro.spend.invoice;

import org.jspecify.annotations.NullMarked;
