/** Dialling instead of texting: sessions and their screens, over the same conversation as SMS. */
@NullMarked
package org.dariro.ussd;

import org.jspecify.annotations.NullMarked;
