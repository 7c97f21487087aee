/** The gateway to an SMSC over SMPP 3.4: binds that mend themselves, texts in parts, receipts in any form. */
@NullMarked
package org.dariro.gateways.smpp;

import org.jspecify.annotations.NullMarked;
