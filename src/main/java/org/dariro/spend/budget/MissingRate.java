package org.dariro.spend.budget;

/** An amount cannot be counted in a budget: there is no exchange rate to its currency. */
public class MissingRate extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingRate(String from, String to) {
        super("There is no exchange rate from " + from + " to " + to + ".");
    }

    /** What is missing, in a sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
