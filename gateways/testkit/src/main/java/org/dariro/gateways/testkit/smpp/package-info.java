/** A fake SMSC that speaks SMPP 3.4. */
@NullMarked
package org.dariro.gateways.testkit.smpp;

import org.jspecify.annotations.NullMarked;
