/** The circle: its people's places in it, its log of released posts, and each reader's cursor in that log. */
@NullMarked
package org.dariro.group;

import org.jspecify.annotations.NullMarked;
