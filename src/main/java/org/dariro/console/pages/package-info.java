/** The web console: a resource class and a template for each page. docs/console.md shows how to add one. */
@NullMarked
package org.dariro.console.pages;

import org.jspecify.annotations.NullMarked;
