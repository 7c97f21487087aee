package org.dariro.ussd;

import java.util.List;
import java.util.Map;
import org.dariro.group.ReadingMode;

/** How one's texts come. */
record ChoosingMode() implements Screen {
    static final String NAME = "mode";

    static Turn open(Hop hop) {
        return hop.show(new ChoosingMode(), hop.say("ussd-mode", Map.of()));
    }

    @Override
    public Turn answer(Hop hop, String input) {
        return switch (input) {
            case "1" -> choose(hop, ReadingMode.AT_ONCE);
            case "2" -> choose(hop, ReadingMode.BUNDLED);
            case "3" -> choose(hop, ReadingMode.DIGEST);
            case "4" -> choose(hop, ReadingMode.USSD_ONLY);
            case "0" -> Menu.open(hop);
            default -> hop.again(this, input);
        };
    }

    private static Turn choose(Hop hop, ReadingMode mode) {
        hop.can().asking.read(hop.tx(), hop.speaker(), mode, List.of());
        return hop.notice("ussd-mode-set");
    }

    @Override
    public String saved() {
        return NAME;
    }
}
