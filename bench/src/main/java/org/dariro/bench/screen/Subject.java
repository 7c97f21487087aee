package org.dariro.bench.screen;

import java.util.List;
import java.util.Optional;
import org.dariro.safeguarding.opinion.StatisticalOpinion;
import org.dariro.safeguarding.screening.Assessment;
import org.dariro.safeguarding.screening.Lexicons;
import org.dariro.safeguarding.screening.Masking;
import org.dariro.safeguarding.screening.Opinion;
import org.dariro.safeguarding.screening.Screening;
import org.dariro.safeguarding.screening.SecondOpinion;

/** Screening as the service wires it. */
final class Subject {
    private final Screening screening;
    private final SecondOpinion second;

    /** @param opinion whether it asks for the second opinion */
    Subject(boolean opinion) {
        screening = new Screening(Lexicons.fromClasspath(Subject.class.getClassLoader()));
        second = opinion ? StatisticalOpinion.load().orElse(SecondOpinion.NONE) : SecondOpinion.NONE;
    }

    Verdict judge(LabelledText text) {
        return new Verdict(
                text,
                all(text.text(), text.language()),
                Masking.ENGLISH.mask(text.text()).hidden());
    }

    /** All stages. */
    Assessment all(String text, String language) {
        return screening.assess(text, language, second);
    }

    /** The opinion alone, as if the lexicons had found nothing. */
    Assessment opinion(String text, String language) {
        Optional<Opinion> opinion = second.on(text, language, Assessment.nothing());
        return opinion.map(o -> new Assessment(Optional.of(o.severity()), List.of(), opinion, ""))
                .orElse(Assessment.nothing());
    }

    /** The lexicons alone. */
    Assessment lexicons(String text, String language) {
        return screening.assess(text, language);
    }
}
