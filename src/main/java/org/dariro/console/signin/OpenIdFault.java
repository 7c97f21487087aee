package org.dariro.console.signin;

/** The provider could not be reached, or what it said does not hold. Its message says which, and repeats nothing of it. */
final class OpenIdFault extends Exception {
    private static final long serialVersionUID = 1L;

    OpenIdFault(String what) {
        super(what);
    }

    OpenIdFault(String what, Throwable cause) {
        super(what, cause);
    }
}
