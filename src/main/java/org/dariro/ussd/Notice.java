package org.dariro.ussd;

/** Something that was told; 0 leads back to the menu. */
record Notice() implements Screen {
    static final String NAME = "notice";

    @Override
    public Turn answer(Hop hop, String input) {
        return input.equals("0") ? Menu.open(hop) : hop.again(this, input);
    }

    @Override
    public String saved() {
        return NAME;
    }
}
