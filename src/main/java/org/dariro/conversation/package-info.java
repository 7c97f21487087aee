/** What a text means: commands, joining, posts, private words to a mentor. */
@NullMarked
package org.dariro.conversation;

import org.jspecify.annotations.NullMarked;
