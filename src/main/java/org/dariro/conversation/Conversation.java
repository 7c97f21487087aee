package org.dariro.conversation;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dariro.group.Standing;
import org.dariro.platform.Component;
import org.dariro.platform.Transaction;
import org.dariro.safeguarding.Safeguard;
import org.dariro.safeguarding.escalation.Acknowledgement;

/**
 * What a text leads to. First what holds for all (loops, STOP, danger), then by where the person stands: in no group,
 * invited, choosing a nickname, taking part, stopped.
 */
@Component
public class Conversation {
    private final Joining joining;
    private final Leaving leaving;
    private final Asking asking;
    private final Posting posting;
    private final Confiding confiding;
    private final Answers answers;
    private final Reporting reporting;
    private final Safeguard safeguard;
    private final Replies replies;
    private final Keywords keywords;
    private final Acknowledgement acknowledgement;

    @Inject
    public Conversation(
            Joining joining,
            Leaving leaving,
            Asking asking,
            Posting posting,
            Confiding confiding,
            Answers answers,
            Reporting reporting,
            Safeguard safeguard,
            Replies replies,
            Keywords keywords,
            Acknowledgement acknowledgement) {
        this.joining = joining;
        this.leaving = leaving;
        this.asking = asking;
        this.posting = posting;
        this.confiding = confiding;
        this.answers = answers;
        this.reporting = reporting;
        this.safeguard = safeguard;
        this.replies = replies;
        this.keywords = keywords;
        this.acknowledgement = acknowledgement;
    }

    /** Carries out what a text asks for, and answers. */
    public Meaning receive(Transaction tx, Utterance heard) {
        boolean holdsHigh =
                heard.speaker().map(speaker -> speaker.group().holdsHigh()).orElse(false);
        Utterance said = heard.with(safeguard.weigh(tx, heard.member(), holdsHigh, heard.ruling()));
        if (said.asked() instanceof Command.Ack ack) { // nothing stands between an alert and who takes it
            acknowledgement.take(tx, said.line(), said.member(), ack.number());
            return Meaning.COMMAND;
        }
        boolean loops = said.verdict() == SenderWatch.Verdict.LOOP_BEGINS || said.verdict() == SenderWatch.Verdict.LOOP;
        boolean stops = said.asked() instanceof Command.Stop || said.asked() instanceof Command.StopAll;
        if (loops && !stops) { // no guard stands between a person and the way out
            return loop(tx, said);
        }
        Standing standing =
                said.speaker().map(speaker -> speaker.place().standing()).orElse(Standing.LEFT);
        if (said.asked() instanceof Command.Join join) {
            return join(tx, said, join);
        }
        boolean joins = standing == Standing.INVITED; // and so has written since STOP ALL
        if (said.member().stopped() && !joins && !(said.asked() instanceof Command.Start)) {
            return silence(tx, said);
        }
        return switch (standing) {
            case LEFT -> stranger(tx, said);
            case STOPPED -> stopped(tx, said, said.speaker().orElseThrow());
            case INVITED -> invited(tx, said, said.speaker().orElseThrow());
            case NAMING -> naming(tx, said, said.speaker().orElseThrow());
            case ACTIVE ->
                said.asked().match(new Active(tx, said, said.speaker().orElseThrow()));
        };
    }

    private Meaning join(Transaction tx, Utterance said, Command.Join join) {
        heedStranger(tx, said);
        // a name that shows danger or hurts is not taken; another is asked for after consent
        Command.Join careful = said.ruling().alert() ? new Command.Join(join.code(), Optional.empty()) : join;
        return joining.join(tx, said.line(), said.member(), careful, reserved());
    }

    private Meaning loop(Transaction tx, Utterance said) {
        heedStranger(tx, said);
        if (said.verdict() == SenderWatch.Verdict.LOOP_BEGINS && !said.member().stopped()) {
            replies.answer(tx, said.line(), said.member(), "loop-notice", Map.of());
        }
        return Meaning.LOOP;
    }

    /** Somebody in danger gets the card and an alert is raised, whoever they are and whatever else becomes of the text. */
    private void heedStranger(Transaction tx, Utterance said) {
        if (said.ruling().alert()) {
            safeguard.raise(
                    tx,
                    said.member(),
                    said.speaker().map(Speaker::place).orElse(null),
                    "text",
                    null,
                    said.ruling(),
                    said.text());
        }
        if (said.ruling().crisisCard() || (said.asked() instanceof Command.Post && !said.isStopped())) {
            safeguard.answer(
                    tx,
                    said.member(),
                    said.line(),
                    said.speaker().map(Speaker::group).orElse(null),
                    said.ruling());
        }
    }

    private Meaning silence(Transaction tx, Utterance said) {
        heedStranger(tx, said);
        if (said.asked() instanceof Command.Help) {
            asking.helpStranger(tx, said.line(), said.member());
            return Meaning.COMMAND;
        }
        return Meaning.STOPPED;
    }

    private Meaning stranger(Transaction tx, Utterance said) {
        if (said.asked() instanceof Command.Help) {
            asking.helpStranger(tx, said.line(), said.member());
            return Meaning.COMMAND;
        } else if (said.asked() instanceof Command.Stop || said.asked() instanceof Command.StopAll) {
            leaving.stopAll(tx, said.line(), said.member(), said.text());
            return Meaning.COMMAND;
        } else if (said.asked() instanceof Command.Start) {
            return leaving.start(tx, said.line(), said.member(), said.text());
        }
        heedStranger(tx, said);
        if (!said.ruling().crisisCard() && !floods(said)) {
            replies.answer(tx, said.line(), said.member(), "not-a-member", Map.of());
        }
        return Meaning.STRANGER;
    }

    /** Whoever floods may be a machine: answering each text would pay for its game. */
    static boolean floods(Utterance said) {
        return said.verdict() == SenderWatch.Verdict.FLOOD_BEGINS || said.verdict() == SenderWatch.Verdict.FLOOD;
    }

    /** After STOP only START and HELP are answered. */
    private Meaning stopped(Transaction tx, Utterance said, Speaker speaker) {
        if (said.asked() instanceof Command.Start) {
            return leaving.start(tx, said.line(), said.member(), said.text());
        } else if (said.asked() instanceof Command.StopAll) {
            leaving.stopAll(tx, speaker.line(), said.member(), said.text());
            return Meaning.COMMAND;
        }
        return silence(tx, said);
    }

    private Meaning invited(Transaction tx, Utterance said, Speaker speaker) {
        if (said.asked() instanceof Command.Consent) {
            joining.consent(tx, speaker, said.text());
        } else if (said.asked() instanceof Command.Decline || said.asked() instanceof Command.Stop) {
            joining.decline(tx, speaker, said.text());
        } else if (said.asked() instanceof Command.StopAll) {
            leaving.stopAll(tx, said.line(), said.member(), said.text());
        } else if (said.asked() instanceof Command.Help) {
            asking.helpStranger(tx, said.line(), said.member());
        } else if (said.asked() instanceof Command.Language language) {
            return asking.language(tx, speaker, language.codeOrName());
        } else {
            heedStranger(tx, said);
            if (!said.ruling().crisisCard() && !floods(said)) {
                replies.answer(tx, speaker, "consent-reminder");
            }
            return Meaning.UNUSABLE;
        }
        return Meaning.COMMAND;
    }

    private Meaning naming(Transaction tx, Utterance said, Speaker speaker) {
        if (said.asked() instanceof Command.Post
                || said.asked() instanceof Command.Consent
                || said.asked() instanceof Command.Decline
                || said.asked() instanceof Command.Name) {
            Optional<Meaning> confided =
                    said.asked() instanceof Command.Name ? Optional.empty() : confiding.hear(tx, said);
            if (confided.isPresent()) {
                return confided.get();
            }
            return name(tx, said, speaker, said.asked() instanceof Command.Name name ? name.nickname() : said.text());
        }
        return said.asked().match(new Active(tx, said, speaker));
    }

    /** A nickname is read by all: one that shows danger or hurts is not taken, and a mentor hears of it. */
    private Meaning name(Transaction tx, Utterance said, Speaker speaker, String written) {
        if (!said.ruling().alert()) {
            return joining.name(tx, speaker, written, reserved());
        }
        if (!posting.heed(tx, speaker, said.text(), said.ruling(), "nickname")) {
            replies.answer(tx, speaker, "nickname-bad", Map.of("max", Integer.toString(Joining.LONGEST_NICKNAME)));
        }
        return Meaning.UNUSABLE;
    }

    private Set<String> reserved() {
        return keywords.reserved();
    }

    /** One answer per command, for somebody who takes part. */
    private final class Active implements Command.Cases<Meaning> {
        private final Transaction tx;
        private final Utterance said;
        private final Speaker speaker;

        Active(Transaction tx, Utterance said, Speaker speaker) {
            this.tx = tx;
            this.said = said;
            this.speaker = speaker;
        }

        private Meaning answered(String key, Map<String, String> values) {
            replies.answer(tx, speaker, key, values);
            return Meaning.COMMAND;
        }

        @Override
        public Meaning join(Command.Join join) {
            return Conversation.this.join(tx, said, join);
        }

        @Override
        public Meaning consent(Command.Consent consent) {
            return post(new Command.Post(said.text()));
        }

        @Override
        public Meaning decline(Command.Decline decline) {
            return post(new Command.Post(said.text()));
        }

        @Override
        public Meaning stop(Command.Stop stop) {
            leaving.stop(tx, speaker, said.text());
            return Meaning.COMMAND;
        }

        @Override
        public Meaning stopAll(Command.StopAll stopAll) {
            leaving.stopAll(tx, speaker.line(), speaker.member(), said.text());
            return Meaning.COMMAND;
        }

        @Override
        public Meaning stopConfirm(Command.StopConfirm stopConfirm) {
            if (!posting.heed(tx, speaker, said.text(), said.ruling(), "text")) {
                replies.answer(tx, speaker, "stop-confirm");
            }
            return Meaning.UNUSABLE;
        }

        @Override
        public Meaning start(Command.Start start) {
            return leaving.start(tx, speaker.line(), speaker.member(), said.text());
        }

        @Override
        public Meaning help(Command.Help help) {
            asking.help(tx, speaker);
            return Meaning.COMMAND;
        }

        @Override
        public Meaning pause(Command.Pause pause) {
            leaving.pause(tx, speaker, pause.days());
            return answered("paused", Map.of("days", Integer.toString(pause.days())));
        }

        @Override
        public Meaning pauseBad(Command.PauseBad pauseBad) {
            replies.answer(tx, speaker, "pause-bad", Map.of("max", Integer.toString(Command.Pause.MOST_DAYS)));
            return Meaning.UNUSABLE;
        }

        @Override
        public Meaning resume(Command.Resume resume) {
            return answered(leaving.resume(tx, speaker) ? "resumed" : "resume-nothing", Map.of());
        }

        @Override
        public Meaning name(Command.Name name) {
            if (name.nickname().isBlank()) {
                return answered(
                        "nickname-current", Map.of("nickname", speaker.place().name()));
            }
            return Conversation.this.name(tx, said, speaker, name.nickname());
        }

        @Override
        public Meaning who(Command.Who who) {
            asking.who(tx, speaker);
            return Meaning.COMMAND;
        }

        @Override
        public Meaning mentor(Command.Mentor mentor) {
            Posting.Said done = posting.toMentor(tx, speaker, mentor.text(), said.ruling());
            return switch (done) {
                case EMPTY ->
                    unusable(
                            "mentor-empty",
                            Map.of("mentor", replies.mentor(tx, speaker.group().id())));
                case TOO_LONG -> answers.tooLong(tx, speaker);
                case PRIVATE_CRISIS -> Meaning.PRIVATE;
                default -> {
                    answers.toMentor(tx, speaker, said.ruling());
                    yield Meaning.PRIVATE;
                }
            };
        }

        @Override
        public Meaning sendAll(Command.SendAll sendAll) {
            return confiding.sendAll(tx, said, speaker);
        }

        @Override
        public Meaning report(Command.Report report) {
            return reporting.answer(tx, speaker, said, report).orElseGet(() -> post(new Command.Post(said.text())));
        }

        private Meaning unusable(String key, Map<String, String> values) {
            return answers.unusable(tx, speaker, key, values);
        }

        @Override
        public Meaning language(Command.Language language) {
            return asking.language(tx, speaker, language.codeOrName());
        }

        @Override
        public Meaning mode(Command.Mode mode) {
            asking.mode(tx, speaker, mode.mode(), mode.hours());
            return Meaning.COMMAND;
        }

        @Override
        public Meaning modeUnknown(Command.ModeUnknown modeUnknown) {
            return unusable("mode-unknown", Map.of());
        }

        @Override
        public Meaning address(Command.Address address) {
            if (said.addressed() == Utterance.Addressed.TO_A_GROUP) {
                asking.turnTo(tx, speaker);
                return Meaning.COMMAND;
            }
            return post(new Command.Post(said.text()));
        }

        @Override
        public Meaning ack(Command.Ack ack) {
            return post(new Command.Post(said.text())); // from somebody who is not of the staff
        }

        @Override
        public Meaning post(Command.Post post) {
            if (said.addressed() == Utterance.Addressed.TO_NOBODY) {
                posting.heed(tx, speaker, said.text(), said.ruling(), "text");
                asking.unknownGroup(tx, speaker);
                return Meaning.UNUSABLE;
            }
            Optional<Meaning> confided = confiding.hear(tx, said);
            if (confided.isPresent()) {
                return confided.get();
            }
            Posting.Said done = posting.post(tx, speaker, post.text(), said.ruling(), floods(said));
            return answers.posted(tx, speaker, said.ruling(), said.verdict(), done);
        }
    }
}
