/** Who may use the console: users, passwords, second factors, sessions, invitations. */
@NullMarked
package org.dariro.console.signin;

import org.jspecify.annotations.NullMarked;
