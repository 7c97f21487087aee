package org.dariro.ussd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.conversation.Command;
import org.dariro.conversation.Posting;
import org.dariro.conversation.Speaker;
import org.dariro.group.Group;
import org.dariro.group.Membership;
import org.dariro.member.Member;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Ruling;

/**
 * One step of a session: who is at which place in a group, what the phone showed, and how to show the next screen.
 *
 * @param shown what the phone showed; empty at the first hop
 * @param done whether words were taken at this very hop before: its session is being played to us a second time
 */
record Hop(Transaction tx, Abilities can, Speaker speaker, String shown, boolean done) {
    private static final String BACK = "ussd-read-last";

    Hop at(Membership place, Group group) {
        return new Hop(tx, can, new Speaker(speaker.member(), speaker.line(), place, group), shown, done);
    }

    Hop as(Member member) {
        return new Hop(tx, can, new Speaker(member, speaker.line(), speaker.place(), speaker.group()), shown, done);
    }

    /** The groups on this line that this person takes part in and that have not ended, the one last turned to first. */
    List<Membership> places() {
        return can.asking.placesOn(tx, speaker.line(), speaker.member()).stream()
                .filter(place -> !can.groups.get(tx, place.groupId()).closed())
                .toList();
    }

    /** Shows a screen. */
    Turn show(Screen screen, String text) {
        return new Turn(screen, text, true, speaker.place().id(), false);
    }

    /** Shows a notice from which 0 leads back to the menu. */
    Turn notice(String key, Map<String, String> values) {
        return show(new Notice(), say(key, values));
    }

    /** {@link #notice} without values of its own. */
    Turn notice(String key) {
        return notice(key, Map.of());
    }

    /** Ends the session. */
    Turn end(String key) {
        return new Turn(new Notice(), say(key, Map.of()), false, speaker.place().id(), false);
    }

    /** A message in this person's language; {@code group} is filled in everywhere. */
    String say(String key, Map<String, String> values) {
        return say(key, values, Lettering.SCREEN);
    }

    /** A message that may take so many septets. */
    String say(String key, Map<String, String> values, int room) {
        Map<String, String> filled = new HashMap<>(values);
        filled.putIfAbsent("group", speaker.group().name());
        return ScreenText.fill(can.messages, speaker.member().language(), key, filled, room);
    }

    /** A message written for SMS, with the way back under it. */
    String sayWithBack(String key, Map<String, String> values) {
        String back = "\n" + say(BACK, Map.of());
        return say(key, values, Lettering.SCREEN - Lettering.width(back)) + back;
    }

    /** How somebody in danger is answered: with contacts, whatever became of the words. */
    Turn crisis() {
        return show(new Notice(), crisisWords());
    }

    String crisisWords() {
        String key = can.safeguard.covers(tx, speaker.group()) ? "ussd-crisis" : "ussd-crisis-out-of-cover";
        return say(key, Map.of("contacts", contacts()));
    }

    /** Whether the sender of words that wait for mentors, or went to them, is told where to turn to instead. */
    boolean calls(Ruling ruling, Posting.Said said) {
        boolean waits =
                switch (said) {
                    case HELD, HELD_MASKED, HELD_CRISIS, PRIVATE, PRIVATE_CRISIS -> true;
                    case RELEASED, RELEASED_MASKED, EMPTY, TOO_LONG, GROUP_CLOSED -> false;
                };
        return ruling.crisisCard() || (waits && can.safeguard.mustNotWait(tx, speaker.group(), ruling));
    }

    /** How words are answered that could not be screened: whoever wrote them may be in danger. */
    Turn unscreened() {
        return notice("ussd-unscreened", Map.of("contacts", contacts()));
    }

    String contacts() {
        return can.safeguard.contacts(speaker.group(), speaker.member().language());
    }

    /** What members call this group's mentors. */
    String mentor() {
        return can.replies.mentor(tx, speaker.group().id());
    }

    Command understand(String input) {
        return can.keywords.parse(input, speaker.member().language());
    }

    Ruling screen(String words) {
        boolean holdsHigh = speaker.group().holdsHigh();
        Ruling ruling = can.safeguard.weigh(
                tx,
                speaker.member(),
                holdsHigh,
                can.screener.rule(
                        words,
                        speaker.member().language(),
                        speaker.group().country(),
                        holdsHigh,
                        can.recent.before(tx, speaker.member().id(), words)));
        can.screened.one(tx, "place", speaker.place().id(), ruling);
        return ruling;
    }

    /** Heeds danger in words that go nowhere else. */
    Ruling heed(String words, String source) {
        Ruling ruling = screen(words);
        can.posting.heed(tx, speaker, words, ruling, source);
        return ruling;
    }

    /** The same screen again, as nothing on it was chosen; words of danger are heard here too. */
    Turn again(Screen screen, String input) {
        return danger(input).orElseGet(() -> advise(screen));
    }

    /** What somebody is shown who has entered words of danger where no words were asked for. */
    Optional<Turn> danger(String input) {
        boolean words = input.codePoints().anyMatch(Character::isLetter);
        return words && !done && heed(input, "text").crisisCard()
                ? Optional.of(crisis().afterActing())
                : Optional.empty();
    }

    private Turn advise(Screen screen) {
        String advice = say("ussd-bad-choice", Map.of()) + "\n";
        boolean fits = Lettering.width(advice) + Lettering.width(shown) <= Lettering.SCREEN;
        return show(screen, fits && !shown.startsWith(advice) ? advice + shown : shown);
    }

    /** The hop at the group that goes by a name or code, if this person takes part in it. */
    Optional<Hop> in(String group) {
        return places().stream()
                .map(place -> at(place, can.groups.get(tx, place.groupId())))
                .filter(hop -> hop.speaker().group().name().equalsIgnoreCase(group)
                        || hop.speaker().group().code().equalsIgnoreCase(group))
                .findFirst();
    }
}
