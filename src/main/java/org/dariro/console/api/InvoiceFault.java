package org.dariro.console.api;

import org.dariro.conversation.Fault;

/** Why an invoice was not taken in, or not entered. */
enum InvoiceFault implements Fault {
    OTHER_ROWS("An invoice of this account with this number was imported, with other rows."),
    INVOICE_ENTERED("This invoice was confirmed before.");

    private final String words;

    InvoiceFault(String words) {
        this.words = words;
    }

    @Override
    public String field() {
        return "";
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public boolean conflict() {
        return true;
    }
}
