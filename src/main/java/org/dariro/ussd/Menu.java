package org.dariro.ussd;

import java.util.Map;
import org.dariro.conversation.Command;

/** What one can do in a group. */
record Menu() implements Screen {
    static final String NAME = "menu";

    static Turn open(Hop hop) {
        String more = isAsked(hop) ? "\n" + hop.say("ussd-menu-question", Map.of()) : "";
        String others = hop.places().size() > 1 ? "\n" + hop.say("ussd-menu-groups", Map.of()) : "";
        long unread = hop.can().log.unreadCount(hop.tx(), hop.speaker().place().id());
        String menu = hop.say(
                "ussd-menu", Map.of("count", Long.toString(unread)), Lettering.SCREEN - Lettering.width(others + more));
        return hop.show(new Menu(), menu + others + more);
    }

    private static boolean isAsked(Hop hop) {
        return hop.can().questions.open(hop.tx(), hop.speaker()).isPresent();
    }

    @Override
    public Turn answer(Hop hop, String input) {
        return switch (input) {
            case "1" -> Reading.open(hop);
            case "2" -> Writing.open(hop);
            case "3" -> WritingToMentor.open(hop);
            case "4" -> Pausing.open(hop);
            case "5" -> ChoosingLanguage.open(hop);
            case "6" -> hop.notice("ussd-contacts", Map.of("contacts", hop.contacts()));
            case "7" -> hop.places().size() > 1 ? ChoosingGroup.open(hop) : hop.again(this, input);
            case "8" -> ChoosingMode.open(hop);
            case "9" -> isAsked(hop) ? Answering.open(hop) : hop.again(this, input);
            case "0" -> hop.end("ussd-bye");
            default -> other(hop, input);
        };
    }

    /** STOP entered here is asked about, as by SMS when it is not all that was written: "end" may mean this session. REPORT counts. */
    private Turn other(Hop hop, String input) {
        Command asked = hop.understand(input);
        if (asked instanceof Command.Report report && !hop.done()) {
            return Writing.report(hop, input, report).orElseGet(() -> hop.again(this, input));
        }
        return Stopping.isMeant(asked) || asked instanceof Command.StopConfirm
                ? Stopping.ask(hop, input)
                : hop.again(this, input);
    }

    @Override
    public String saved() {
        return NAME;
    }
}
