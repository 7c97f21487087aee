/** The JSON API {@code /api/v1}: resources that read a request, call a use case in one transaction, and show the outcome. */
@NullMarked
package org.dariro.console.api;

import org.jspecify.annotations.NullMarked;
