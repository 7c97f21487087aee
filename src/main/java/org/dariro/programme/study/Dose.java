package org.dariro.programme.study;

import java.time.LocalDate;

/** What somebody did and got on one day; counts only. Filled while it is gathered, by one thread. */
final class Dose {
    final Participant who;
    final LocalDate day;
    int posts;
    int words;
    int postsKept;
    int privateWritten;
    int privateReceived;
    int postsBySms;
    int postsByUssd;
    int ussdPages;
    int texts;
    int delivered;
    int failed;
    int segments;
    double pausedHours;

    Dose(Participant who, LocalDate day) {
        this.who = who;
        this.day = day;
    }
}
