/** A person: number, language, opt-out. */
@NullMarked
package org.dariro.member;

import org.jspecify.annotations.NullMarked;
