package org.dariro.safeguarding;

import jakarta.inject.Inject;
import java.util.Optional;
import org.dariro.platform.Component;
import org.dariro.platform.Faults;
import org.dariro.platform.Messages;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.CurrentScreening;
import org.dariro.safeguarding.screening.Masked;
import org.dariro.safeguarding.screening.Masking;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SecondOpinion;
import org.dariro.safeguarding.screening.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Screens every text that a person wrote, before anyone else gets it, and rules what becomes of it: critical is held, with
 * a crisis card to the sender and an alert; high is held or delivered by the group's policy, with an alert; medium is
 * delivered and listed; low is tagged. A screening that fails holds the text and raises an alert; the sender gets the
 * country's contacts, as nobody knows what is in it.
 */
@Component
public class Screener {
    private static final Logger LOG = LoggerFactory.getLogger(Screener.class);
    private final CurrentScreening current;
    private final SecondOpinion second;
    private final Masking masking;
    private final Messages messages;
    private volatile boolean drill;

    @Inject
    public Screener(CurrentScreening current, SecondOpinion second, Masking masking, Messages messages) {
        this.current = current;
        this.second = second;
        this.masking = masking;
        this.messages = messages;
    }

    /** Lets screening fail until told otherwise: a drill of what happens when it is down, and for tests. */
    public void drill(boolean fails) {
        drill = fails;
    }

    /**
     * Rules on a text.
     *
     * @param language the sender's
     * @param country the group's; its languages are searched too
     * @param holdsHigh the group's policy for texts of high severity
     */
    public Ruling rule(String text, String language, String country, boolean holdsHigh) {
        return rule(text, language, country, holdsHigh, Optional.empty());
    }

    /**
     * Rules on a text that goes on from another.
     *
     * @param language the sender's
     * @param country the group's, empty for none
     * @param holdsHigh the group's policy for texts of high severity
     * @param before the last words that the sender wrote within minutes before it
     */
    public Ruling rule(String text, String language, String country, boolean holdsHigh, Optional<String> before) {
        Assessment assessment;
        Masked masked;
        Screening screening = current.get(); // the same for all of this text, also when lexicons change meanwhile
        try {
            if (drill) {
                throw new IllegalStateException("a drill");
            }
            Assessment alone = screening.assess(text, language, country, second);
            assessment = before.map(
                            words -> alone.with(screening.across(words, text, language, country), screening.version()))
                    .orElse(alone)
                    .by(screening.version());
            Masking hides = masking.in(messages, language);
            masked = before.map(words -> hides.mask(words, text, alone.matches()))
                    .orElseGet(() -> hides.mask(text, alone.matches()));
        } catch (RuntimeException e) {
            LOG.error("Screening failed; the text is held: {}", Faults.describe(e));
            return new Ruling(Assessment.nothing().by(screening.version()), text, false, true, true, false, true);
        }
        boolean critical = is(assessment, Severity.CRITICAL);
        boolean high = is(assessment, Severity.HIGH);
        return new Ruling(
                assessment,
                masked.text(),
                masked.hidden(),
                critical || (high && holdsHigh),
                critical || high || is(assessment, Severity.MEDIUM),
                critical,
                false);
    }

    private static boolean is(Assessment assessment, Severity severity) {
        return assessment.severity().filter(found -> found == severity).isPresent();
    }
}
