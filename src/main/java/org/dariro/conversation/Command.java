package org.dariro.conversation;

import java.util.List;
import java.util.Optional;
import org.dariro.group.ReadingMode;

/**
 * What a text asks for, as far as its words alone tell: {@link Keywords} reads it without knowing the sender. The
 * conversation then decides: a {@link Consent} with no question open, an {@link Address} to a name that is no group, or a
 * {@link Join} by a member with a code that is none, is a post like any other. Whatever a person wrote is screened, also
 * the words of a {@link StopConfirm}, a {@link Mentor} or a {@link Name}.
 */
public sealed interface Command {

    /** Decides by case; a new command breaks the build wherever commands are decided. */
    <T> T match(Cases<T> cases);

    /**
     * Wants to join.
     *
     * @param code the joining code in capitals, 2 to 20 letters, digits, hyphens or underscores; empty if none was given
     * @param nickname as typed, if one or two words follow the code
     */
    record Join(String code, Optional<String> nickname) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.join(this);
        }
    }

    /** Says yes; only counts where consent was asked for. */
    record Consent() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.consent(this);
        }
    }

    /** Says no; only counts where consent was asked for. */
    record Decline() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.decline(this);
        }
    }

    /** Leaves the group. */
    record Stop() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stop(this);
        }
    }

    /** Leaves every group and everything else. */
    record StopAll() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stopAll(this);
        }
    }

    /**
     * May want to leave: ask, and do not share the text.
     *
     * @param text the whole text as typed, to be screened ("end my life" is one)
     */
    record StopConfirm(String text) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stopConfirm(this);
        }
    }

    /** Comes back after leaving. */
    record Start() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.start(this);
        }
    }

    /** Asks what one can do. */
    record Help() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.help(this);
        }
    }

    /**
     * Wants quiet.
     *
     * @param days 1 to {@link #MOST_DAYS}
     */
    record Pause(int days) implements Command {
        /** What PAUSE alone means. */
        public static final int USUAL_DAYS = 7;

        /** A longer silence is a leave; START brings back from that. */
        public static final int MOST_DAYS = 30;

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.pause(this);
        }
    }

    /** Wants quiet for something that is no number of days, or for too many. */
    record PauseBad() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.pauseBad(this);
        }
    }

    /** Ends a pause. */
    record Resume() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.resume(this);
        }
    }

    /**
     * Wants a nickname.
     *
     * @param nickname as typed, one to three words; empty asks for the present one
     */
    record Name(String nickname) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.name(this);
        }
    }

    /** Asks who is in the group. */
    record Who() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.who(this);
        }
    }

    /**
     * Writes to the mentor alone.
     *
     * @param text as typed after the keyword, possibly empty
     */
    record Mentor(String text) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.mentor(this);
        }
    }

    /** Wants all to get the words that went to the mentors alone. */
    record SendAll() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.sendAll(this);
        }
    }

    /**
     * Tells mentors of a post.
     *
     * @param about what follows the keyword as typed: empty for the last post, a nickname, and perhaps more words
     * @param sure whether it cannot be a sentence for the group
     */
    record Report(String about, boolean sure) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.report(this);
        }
    }

    /**
     * Wants another language.
     *
     * @param codeOrName as typed; empty asks which there are
     */
    record Language(String codeOrName) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.language(this);
        }
    }

    /**
     * Wants texts to come another way.
     *
     * @param hours the hours of the day that are wished for a digest; empty for the usual ones
     */
    record Mode(ReadingMode mode, List<Integer> hours) implements Command {
        public Mode {
            hours = List.copyOf(hours);
        }

        /** With no hours. */
        public Mode(ReadingMode mode) {
            this(mode, List.of());
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.mode(this);
        }
    }

    /** Wants texts to come another way, but not in one that there is. */
    record ModeUnknown() implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.modeUnknown(this);
        }
    }

    /**
     * {@code @HOPE text}: for a group by name, or for whoever bears it.
     *
     * @param group the name after the sign, in capitals, 1 to 20 letters, digits, hyphens or underscores
     * @param text the rest as typed, possibly a command itself; empty switches to the group
     */
    record Address(String group, String text) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.address(this);
        }
    }

    /**
     * Takes an alert; only counts for staff.
     *
     * @param number of the alert, as it stood in the call; empty if none was given
     */
    record Ack(Optional<Integer> number) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ack(this);
        }
    }

    /** For the group. */
    record Post(String text) implements Command {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.post(this);
        }
    }

    /** One answer per command. */
    interface Cases<T> {
        T join(Join join);

        T consent(Consent consent);

        T decline(Decline decline);

        T stop(Stop stop);

        T stopAll(StopAll stopAll);

        T stopConfirm(StopConfirm stopConfirm);

        T start(Start start);

        T help(Help help);

        T pause(Pause pause);

        T pauseBad(PauseBad pauseBad);

        T resume(Resume resume);

        T name(Name name);

        T who(Who who);

        T mentor(Mentor mentor);

        T sendAll(SendAll sendAll);

        T report(Report report);

        T language(Language language);

        T mode(Mode mode);

        T modeUnknown(ModeUnknown modeUnknown);

        T address(Address address);

        T ack(Ack ack);

        T post(Post post);
    }
}
