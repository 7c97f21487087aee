package org.dariro.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dariro.gateways.api.UssdReply;
import org.dariro.spend.Encoding;
import org.dariro.spend.Segments;

/**
 * A transcript played on a stage. What really happens is written down in the transcript's own form; the first line that
 * differs from it is remembered, and the play goes on to its end, so that whoever reads the failure sees the whole
 * dialogue.
 */
final class Performance {
    private static final int SCREEN = 160;

    private final Stage stage;
    private final Transcript transcript;
    private final List<String> dialogue = new ArrayList<>();
    private final Map<String, Deque<String>> texts = new LinkedHashMap<>();
    private final Deque<String> told = new ArrayDeque<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int line = 1;
    private String written = "";
    private int ids;

    private Performance(Stage stage, Transcript transcript) {
        this.stage = stage;
        this.transcript = transcript;
    }

    /**
     * A call like {@code *384#}.
     *
     * @param typed all that was typed so far, joined by {@code *}; empty at first
     * @param screens what the phone showed and the transcript has not named yet
     */
    private record Session(String id, String code, List<String> typed, Deque<UssdReply> screens) {}

    /**
     * Plays a transcript.
     *
     * @throws AssertionError with the first difference and the whole real dialogue
     */
    static void play(Stage stage, Transcript transcript) {
        stage.clear();
        Performance performance = new Performance(stage, transcript);
        transcript.lines().forEach(performance::play);
        performance.line++;
        performance.nothingUnnamed("the end");
        if (!performance.differences.isEmpty()) {
            throw new AssertionError(performance.differences.get(0) + "\n\n-- What really happened:\n# "
                    + transcript.title() + "\n" + String.join("\n", performance.dialogue) + "\n");
        }
    }

    private void play(Transcript.Line next) {
        line = next.number();
        written = next.written();
        try {
            next.step().play(this);
        } catch (RuntimeException e) {
            differ("this failed with " + e);
        }
    }

    private void differ(String how) {
        differences.add(transcript.file() + ":" + line + ": " + how);
    }

    /** Does something; before it, everything that had come must have been named. */
    void act(Consumer<Stage> action) {
        nothingUnnamed("'" + written + "'");
        dialogue.add(written);
        try {
            action.accept(stage);
        } finally {
            collect();
        }
    }

    private void collect() {
        for (Stage.Received one : stage.received()) {
            String from = one.line().equals(Stage.LINE) ? "" : "(from " + one.line() + ") ";
            String text = from + shown(one.text());
            texts.computeIfAbsent(one.phone(), phone -> new ArrayDeque<>()).add(text);
            dialogue.add(one.phone() + " < " + text);
        }
        for (Stage.Told one : stage.told()) {
            told.add(shown(one.words()));
            dialogue.add(shown(one.words()));
        }
    }

    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '\n') {
                shown.append("\\n");
            } else if (Character.isISOControl(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.toString();
    }

    private void nothingUnnamed(String before) {
        texts.forEach((phone, came) -> came.forEach(
                text -> differ("before " + before + " this came too, and is not named: " + phone + " < " + text)));
        texts.clear();
        told.forEach(words -> differ("before " + before + " this happened too, and is not named: " + words));
        told.clear();
        sessions.forEach((phone, session) -> session.screens()
                .forEach(screen -> differ("before " + before + " this screen is not named: " + seen(phone, screen))));
        sessions.values().forEach(session -> session.screens().clear());
    }

    void gaps(String group, String expected) {
        String found = Roster.show(stage.gaps(group));
        dialogue.add("gaps of " + group + ": " + found);
        if (!found.equals(expected)) {
            differ("the gaps are different:\n  expected: " + expected + "\n  but found: " + found);
        }
    }

    void text(String id, String from, String to, String text) {
        String known = id.isEmpty() ? "own-" + ++ids : id;
        act(stage -> stage.text(new Stage.Sent(known, from, to.isEmpty() ? Stage.LINE : to, text)));
    }

    void got(String phone, String expected) {
        Deque<String> came = texts.getOrDefault(phone, new ArrayDeque<>());
        if (came.isEmpty()) {
            differ("nothing (more) came to " + phone + " but this was expected: " + expected);
        } else if (!fits(came.peekFirst(), expected)) {
            differ("what came is different:\n  expected: " + expected + "\n  but came: " + came.removeFirst());
        } else {
            came.removeFirst();
        }
    }

    void gotNothing(String phone) {
        Deque<String> came = texts.getOrDefault(phone, new ArrayDeque<>());
        if (!came.isEmpty()) {
            differ("nothing was expected, but this came: " + came.peekFirst());
            came.clear();
        }
    }

    void told(String expected) {
        if (told.stream().noneMatch(words -> fits(words, expected))) {
            differ("this did not happen: " + expected);
        } else {
            told.remove(told.stream()
                    .filter(words -> fits(words, expected))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** Something that must not be possible. */
    void refused(Transcript.Step step) {
        try {
            step.play(this);
        } catch (RuntimeException e) {
            return;
        }
        differ("this was possible");
    }

    /** How something looks at this moment. */
    void sees(Function<Stage, String> view, String expected) {
        String real = view.apply(stage);
        dialogue.add(written.substring(0, written.indexOf(':') + 1) + " " + real);
        if (!real.equals(expected)) {
            differ("it is different: " + real);
        }
    }

    void standing(String phone, String expected) {
        String real = stage.standing(phone);
        if (!real.equals(expected)) {
            differ("the last text to " + phone + " is " + real);
        }
    }

    void spend(String group, String expected) {
        String real = stage.spend(group);
        dialogue.add("spend " + group + " " + real);
        if (!real.equals(expected)) {
            differ("what " + group + " has spent is " + real);
        }
    }

    void budget(String group, String expected) {
        String real = stage.budget(group);
        dialogue.add("budget " + group + " stands " + real);
        if (!fits(real, expected)) {
            differ("the budget of " + group + " stands " + real);
        }
    }

    void dial(String phone, String code) {
        Session session = new Session("session-" + ++ids, code, new ArrayList<>(), new ArrayDeque<>());
        nothingUnnamed("'" + written + "'");
        sessions.put(phone, session);
        hop(phone, session);
    }

    void enter(String phone, String typed) {
        Session session = session(phone);
        nothingUnnamed("'" + written + "'");
        session.typed().add(typed);
        hop(phone, session);
    }

    /** The carrier repeats its request. */
    void enterAgain(String phone) {
        hop(phone, session(phone));
    }

    void drop(String phone) {
        session(phone);
        act(stage -> {});
        sessions.remove(phone);
    }

    private Session session(String phone) {
        Session session = sessions.get(phone);
        if (session == null) {
            throw new IllegalStateException(phone + " has no session");
        }
        return session;
    }

    private void hop(String phone, Session session) {
        act(stage -> {
            UssdReply reply = stage.dial(session.id(), phone, session.code(), String.join("*", session.typed()));
            session.screens().add(reply);
            dialogue.add(seen(phone, reply));
            Segments size = Segments.of(reply.text());
            if (size.encoding() != Encoding.GSM_7 || size.units() > SCREEN) {
                differ("this does not fit on a screen: " + seen(phone, reply));
            }
        });
    }

    private static String seen(String phone, UssdReply reply) {
        return "ussd " + phone + (reply.more() ? " < " : " ends < ") + shown(reply.text());
    }

    void sees(String phone, boolean ends, String expected) {
        UssdReply came = session(phone).screens().poll();
        if (came == null) {
            differ("no screen came but this was expected: " + expected);
        } else if (!fits(shown(came.text()), expected)) {
            differ("the screen is different:\n  expected: " + expected + "\n  but came: " + shown(came.text()));
        } else if (ends == came.more()) {
            differ(ends ? "the session goes on" : "the session has ended");
        }
    }

    /** {@code ...} stands for anything. */
    static boolean fits(String real, String expected) {
        StringBuilder pattern = new StringBuilder();
        for (String part : expected.split("\\.\\.\\.", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(real).matches();
    }
}
