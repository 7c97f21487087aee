package org.dariro.transcript;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.dariro.transcript.Transcript.Step;

/** The lines of a transcript about what mentors do with alerts and people. */
final class DeskGrammar {
    private DeskGrammar() {}

    /** Something done at the desk. */
    private interface Deed {
        void on(Desk desk);
    }

    private static Function<MatchResult, Step> does(Function<MatchResult, Deed> reader) {
        return m -> {
            Deed deed = reader.apply(m);
            return on -> on.act(stage -> deed.on(stage.desk()));
        };
    }

    private static Function<MatchResult, Step> shows(Function<MatchResult, Function<Desk, String>> reader, int group) {
        return m -> {
            Function<Desk, String> view = reader.apply(m);
            return on -> on.sees(stage -> view.apply(stage.desk()), m.group(group));
        };
    }

    static void rules(BiConsumer<String, Function<MatchResult, Step>> rule) {
        String alert = "mentor (\\w+) %s (\\S+?)'s? alert%s";
        rule.accept(String.format(alert, "claims", ""), does(m -> d -> d.claim(m.group(1), m.group(2), false)));
        rule.accept(String.format(alert, "takes over", ""), does(m -> d -> d.claim(m.group(1), m.group(2), true)));
        rule.accept(String.format(alert, "lets go of", ""), does(m -> d -> d.letGo(m.group(1), m.group(2))));
        rule.accept(
                "mentor (\\w+) does (\\S+) for (\\S+?)'s? alert",
                does(m -> d -> d.step(m.group(1), m.group(3), m.group(2))));
        rule.accept(
                String.format(alert, "hands", " to (\\w+)"),
                does(m -> d -> d.handOver(m.group(1), m.group(2), m.group(3))));
        rule.accept(
                String.format(alert, "puts", " off for (\\w+)"),
                does(m -> d -> d.putOff(m.group(1), m.group(2), Grammar.duration(m.group(3)))));
        rule.accept(
                "mentor (\\w+) watches over (\\S+) for (\\w+)",
                does(m -> d -> d.watch(m.group(1), m.group(2), Grammar.duration(m.group(3)))));
        rule.accept(
                String.format(alert, "closes", " as (\\S+)"),
                does(m -> d -> d.close(m.group(1), m.group(2), m.group(3))));
        rule.accept(String.format(alert, "reopens", ""), does(m -> d -> d.reopen(m.group(1), m.group(2))));
        rule.accept(
                "mentor (\\w+) in (\\S+?)'s? alert: (.*)",
                does(m -> d -> d.write(m.group(1), m.group(2), Grammar.said(m.group(3)))));
        rule.accept(
                "mentor (\\w+) mutes (\\S+) for (\\d+) days",
                does(m -> d -> d.mute(m.group(1), m.group(2), Integer.parseInt(m.group(3)))));
        rule.accept("mentor (\\w+) unmutes (\\S+)", does(m -> d -> d.unmute(m.group(1), m.group(2))));
        rule.accept("mentor (\\w+) removes (\\S+)", does(m -> d -> d.remove(m.group(1), m.group(2))));
        rule.accept("mentor (\\w+) moves (\\S+) to (\\S+)", does(m -> d -> d.move(m.group(1), m.group(2), m.group(3))));
        rule.accept("mentor (\\w+) erases (\\S+)", does(m -> d -> d.erase(m.group(1), m.group(2))));
        rule.accept(
                "mentor (\\w+) pauses (\\S+) for (\\d+) days",
                does(m -> d -> d.pause(m.group(1), m.group(2), Integer.parseInt(m.group(3)))));
        rule.accept("mentor (\\w+) resumes (\\S+)", does(m -> d -> d.resume(m.group(1), m.group(2))));
        rule.accept(
                "mentor (\\w+) enrols (\\+\\d+) in (\\S+)",
                does(m -> d -> d.enrol(m.group(1), m.group(2), m.group(3))));
        rule.accept("screening fails", does(m -> d -> d.screeningFails(true)));
        rule.accept("screening works again", does(m -> d -> d.screeningFails(false)));
        rule.accept("refused: (mentor .*)", m -> {
            Step inner = Grammar.step(m.group(1));
            return on -> on.refused(inner);
        });
        rule.accept("queue: (.*)", shows(m -> Desk::queue, 1));
        rule.accept("tags of (\\w+): (.*)", shows(m -> d -> d.tags(m.group(1)), 2));
        rule.accept("attention: (.*)", shows(m -> Desk::attention, 1));
        rule.accept("said in (\\S+?)'s? alert: (.*)", shows(m -> d -> d.conversation(m.group(1)), 2));
    }
}
