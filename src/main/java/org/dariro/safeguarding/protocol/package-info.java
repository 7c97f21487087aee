/** The checklists that mentors work alerts by, from files that clinicians edit. */
@NullMarked
package org.dariro.safeguarding.protocol;

import org.jspecify.annotations.NullMarked;
