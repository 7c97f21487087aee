package org.dariro.console.api;

import org.dariro.conversation.Fault;

/** Why an invoice was not taken in, or not entered. */
enum InvoiceFault implements Fault {
    OTHER_ROWS("An invoice of this account with this number was imported, with other rows."),
    INVOICE_ENTERED("This invoice was confirmed before.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Said said;

    InvoiceFault(String words) {
        said = new Said("", true, words);
    }

    @Override
    public Said said() {
        return said;
    }
}
