package org.dariro.ussd;

import java.util.Map;

/** A pause holds; it can be ended. */
record Resuming() implements Screen {
    static final String NAME = "resume";

    static Turn open(Hop hop) {
        return hop.show(new Resuming(), hop.say("ussd-resume", Map.of()));
    }

    @Override
    public Turn answer(Hop hop, String input) {
        if (input.equals("0")) {
            return Menu.open(hop);
        } else if (input.equals("1")) {
            hop.can().leaving.resume(hop.tx(), hop.speaker());
            return hop.notice("ussd-resumed");
        }
        return hop.again(this, input);
    }

    @Override
    public String saved() {
        return NAME;
    }
}
