/** The command line for admin work: asks a running service over its API. */
@NullMarked
package org.dariro.console.cli;

import org.jspecify.annotations.NullMarked;
