/** The tokens by which programs call the API: whose they are, what they open, until when. */
@org.jspecify.annotations.NullMarked
package org.dariro.console.token;
