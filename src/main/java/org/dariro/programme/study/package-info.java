/** Studies: what groups did, exported under pseudonyms, and the key to them apart. */
@NullMarked
package org.dariro.programme.study;

import org.jspecify.annotations.NullMarked;
