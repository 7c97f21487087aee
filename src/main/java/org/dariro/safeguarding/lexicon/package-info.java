/** The lexicons as people change them: versions, stored test texts, and what a change would do. */
@NullMarked
package org.dariro.safeguarding.lexicon;

import org.jspecify.annotations.NullMarked;
