package org.dariro.transcript;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** What coordinators and mentors plan for groups, by the groups' codes; times are on the clocks of the group's country. */
interface Planner {
    /**
     * Words for a time.
     *
     * @param as a mentor, or {@code programme}
     * @param to a member, or empty for the group
     */
    void schedule(List<String> groups, LocalDateTime at, boolean weekly, String as, String to, String text);

    /** The n-th that waits in a group goes out at another time, with other words. */
    void change(String group, int number, LocalDateTime at, String text);

    /** Cancels the n-th that waits in a group. */
    void cancel(String group, int number);

    /** Sends the n-th that waits in a group now. */
    void sendNow(String group, int number);

    /** Gives a group a plan of topics. */
    void topics(String group, String plan, LocalDate start);

    /** Plans a guest. */
    void guest(String group, String guest, LocalDateTime begins, LocalDateTime ends);

    /** Ends a guest's session before its time. */
    void endGuest(String group, String guest);

    /**
     * Asks the members of a group how they are.
     *
     * @param items what is asked, in turn: {@code general, supported}
     */
    void wellbeing(String group, DayOfWeek weekday, int hour, int everyWeeks, List<String> items);

    /** Asks them no more. */
    void noWellbeing(String group);

    /** Tells the mentors of a group at an hour of each day how many posts wait for an answer. */
    void counts(String group, int hour);

    /** Tells them no more. */
    void noCounts(String group);

    /** What members answered: {@code Thandi general 4 sms, supported 2 sms; Rudo general 5 sms}. */
    String answers(String group);

    /** What waits in a group or was missed: {@code 2026-03-03 09:00 Grace waiting; 2026-03-04 09:00 programme missed late}. */
    String shown(String group);
}
