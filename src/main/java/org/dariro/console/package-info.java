/** What people and machines of the programme use: the JSON API, pages, health and metrics. */
@NullMarked
package org.dariro.console;

import org.jspecify.annotations.NullMarked;
