/** The way from a group's log to the phones: packing unread posts into parcels, dispatching them, settling receipts. */
@NullMarked
package org.dariro.delivery;

import org.jspecify.annotations.NullMarked;
