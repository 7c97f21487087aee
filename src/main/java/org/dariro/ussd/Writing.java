package org.dariro.ussd;

import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Command;
import org.dariro.conversation.Posting;
import org.dariro.conversation.Reporting;
import org.dariro.conversation.SenderWatch;
import org.dariro.safeguarding.Ruling;

/** Words for the group. */
record Writing() implements Screen {
    static final String NAME = "write";

    static Turn open(Hop hop) {
        return hop.show(new Writing(), hop.say("ussd-write", Map.of()));
    }

    @Override
    public Turn answer(Hop hop, String input) {
        if (input.equals("0") || hop.done()) {
            return Menu.open(hop);
        }
        Command asked = hop.understand(input);
        if (Stopping.isMeant(asked)) {
            return Stopping.leave(hop, input, asked);
        } else if (asked instanceof Command.StopConfirm) {
            return Stopping.ask(hop, input);
        } else if (asked instanceof Command.Mentor mentor && !mentor.text().isBlank()) {
            return WritingToMentor.send(hop, mentor.text());
        } else if (asked instanceof Command.Report report) {
            Optional<Turn> told = report(hop, input, report);
            return told.isPresent() ? told.get() : post(hop, input);
        } else if (asked instanceof Command.Address address) {
            Optional<Hop> there = hop.in(address.group());
            return there.isPresent() ? answer(there.get(), address.text()) : post(hop, input);
        }
        return post(hop, input);
    }

    /** REPORT; empty when it is a sentence for the group. */
    static Optional<Turn> report(Hop hop, String input, Command.Report report) {
        Reporting.Done done = hop.can().reporting.report(hop.tx(), hop.speaker(), report);
        if (done.what() == Reporting.Reported.NO_REPORT) {
            return Optional.empty();
        }
        boolean card = hop.heed(input, "private").crisisCard();
        hop.can().reporting.tell(hop.tx(), hop.speaker(), done);
        if (card) {
            return Optional.of(hop.crisis().afterActing());
        }
        return Optional.of(
                done.what() == Reporting.Reported.TOLD
                        ? hop.notice("ussd-reported").afterActing()
                        : hop.show(new Notice(), hop.sayWithBack("report-nothing", Map.of())));
    }

    private static Turn post(Hop hop, String words) {
        SenderWatch.Verdict verdict =
                hop.can().watch.judge(hop.tx(), hop.speaker().member().id(), words);
        if (isLoop(verdict)) {
            return looping(hop, words);
        }
        boolean flooding = verdict == SenderWatch.Verdict.FLOOD_BEGINS || verdict == SenderWatch.Verdict.FLOOD;
        Ruling ruling = hop.screen(words);
        Posting.Said said = hop.can().posting.post(hop.tx(), hop.speaker(), words, ruling, flooding);
        if (ruling.failed()) {
            return hop.unscreened().afterActing();
        }
        return hop.calls(ruling, said) ? hop.crisis().afterActing() : outcome(hop, said);
    }

    static boolean isLoop(SenderWatch.Verdict verdict) {
        return verdict == SenderWatch.Verdict.LOOP_BEGINS || verdict == SenderWatch.Verdict.LOOP;
    }

    static Turn looping(Hop hop, String words) {
        return hop.heed(words, "text").crisisCard()
                ? hop.crisis().afterActing()
                : hop.show(new Notice(), hop.sayWithBack("loop-notice", Map.of()));
    }

    /** Tells a person what became of words. */
    static Turn outcome(Hop hop, Posting.Said said) {
        return switch (said) {
            case RELEASED -> hop.notice("ussd-written").afterActing();
            case RELEASED_MASKED -> hop.notice("ussd-written-masked").afterActing();
            case HELD_MASKED -> hop.notice("ussd-held-masked").afterActing();
            case HELD, HELD_CRISIS -> hop.notice("ussd-held").afterActing();
            case PRIVATE, PRIVATE_CRISIS ->
                hop.notice("ussd-mentor-sent", Map.of("mentor", hop.mentor())).afterActing();
            case EMPTY -> hop.notice("ussd-empty");
            case TOO_LONG ->
                hop.show(
                        new Notice(),
                        hop.sayWithBack(
                                "too-long",
                                Map.of(
                                        "max",
                                        Integer.toString(hop.can().settings.longestText()))));
            case GROUP_CLOSED -> hop.end("ussd-group-closed");
        };
    }

    @Override
    public String saved() {
        return NAME;
    }
}
