package org.dariro.transcript;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateways.api.Money;
import org.dariro.gateways.api.UssdReply;
import org.dariro.group.ReadingMode;
import org.dariro.safeguarding.rota.Span;
import org.dariro.safeguarding.rota.WeeklyHours;

/**
 * The service with its phones, mentors, carrier and clock, as a transcript drives it: in memory or over HTTP. Whatever is
 * called returns once all that follows from it by now has happened. What the phones and the mentors got is given out once,
 * in order.
 */
public interface Stage extends AutoCloseable {
    /** When every transcript begins. */
    Instant START = Instant.parse("2026-03-02T08:00:00Z");

    /** The number that texts go to, and the code that is dialled. */
    String LINE = "+263770000000";

    String SERVICE_CODE = "*384#";

    /** The number of a second account, for groups with two lines. */
    String OTHER_LINE = "+263780000000";

    /** A person of a group, who takes part from the start. */
    record Person(String nickname, Optional<String> number, Optional<String> language, Optional<ReadingMode> mode) {}

    /**
     * A group as it is before the story begins.
     *
     * @param twoLines whether it writes from {@link #OTHER_LINE} too
     */
    record Circle(
            String name,
            String code,
            String language,
            String country,
            ReadingMode mode,
            Duration window,
            boolean holdsHigh,
            boolean twoLines,
            List<Person> members,
            Optional<Person> mentor) {}

    /**
     * A text from a phone.
     *
     * @param id the carrier's; the same again is the same text
     */
    record Sent(String id, String from, String to, String text) {}

    /** A text that reached a phone from a line. */
    record Received(String phone, String line, String text) {}

    /**
     * What a mentor is told, in the words of a transcript: {@code alert critical suicide for Thandi}, {@code held Thandi:
     * ...}, {@code private Thandi: ...}; whoever is in no group goes by number.
     */
    record Told(String words) {}

    /** Forgets all that was, sets the clock to {@link #START} and the carrier to a fair day. */
    void clear();

    /** Makes a group whose people have consented; nothing is sent. Someone with a known number joins another group. */
    void group(Circle circle);

    /**
     * Somebody of the staff, and the groups they serve, by name.
     *
     * @param role {@code mentor}, {@code clinical lead} or {@code coordinator}
     */
    record Colleague(String name, String number, Optional<String> language, String role, List<String> serves) {}

    /** Takes on staff. */
    void staff(Colleague colleague);

    /** Puts people on a group's rota, beside those who are there. */
    void rota(String group, WeeklyHours hours, List<String> people);

    /** Adds hours in which a group is promised that somebody acts. */
    void cover(String group, WeeklyHours hours);

    /** One takes another's duty. */
    void swap(String group, String from, String to, Span span);

    /** When nobody is on duty in the next seven days. */
    List<Span> gaps(String group);

    /** Takes the alert that staff know by a number, at the console. */
    void claim(String by, int number);

    /** Gives it back. */
    void letGo(String by, int number);

    /** The service is stopped and started again, where the stage can do that. */
    void restart();

    /** Sets a group's last day, and how many days before it the last message goes out. */
    void until(String group, String day, int closingDays);

    /** Ends a group. */
    void end(String group);

    Instant now();

    /** Moves the clock; whatever is due on the way happens at its time. */
    void moveTo(Instant time);

    /** A phone texts. */
    void text(Sent text);

    /** A phone dials or answers; {@code typed} is all that was typed in the session, joined by {@code *}. */
    UssdReply dial(String session, String phone, String code, String typed);

    /**
     * Sets a simulated carrier's conditions, named as in its {@code PUT conditions}; what is left out is fair.
     *
     * @param line of the carrier
     */
    void carrier(String line, Map<String, Object> conditions);

    /**
     * The carrier reports {@code delivered} or {@code failed} of the last text that it took for a phone.
     *
     * @param cost what it charges, {@code USD 0.05}; empty when it does not say
     */
    void report(String phone, String status, String cost);

    /** A segment from a line to a country costs so much from now on. */
    void price(String line, String country, String amount, String currency);

    /**
     * Sets a budget of a group, or of the programme, from now on.
     *
     * @param group its code, or {@code programme}
     * @param until its last day
     */
    void budget(String group, Money amount, BigDecimal reserve, LocalDate until);

    /** How a budget stands: {@code DIGEST, 1.20 of 5.00 USD spent, reserve 0.04 of 0.50; SPENT_50}. */
    String budget(String group);

    /** What a group has spent: {@code 0.24 USD naive 0.52 USD}. */
    String spend(String group);

    /** How the last text to a phone stands: {@code accepted}, {@code unknown}, {@code delivered} ... */
    String standing(String phone);

    /** A mentor lets the longest held post of a member go. */
    void release(String mentor, String author, String reason);

    /** A mentor keeps the longest held post of a member back. */
    void reject(String mentor, String author, String reason);

    /** A mentor posts to the group. */
    void post(String mentor, String text);

    /** A mentor writes to one member. */
    void tell(String mentor, String member, String text);

    /** What is planned for groups. */
    default Planner calendar() {
        throw new IllegalArgumentException("there is no calendar on this stage");
    }

    /** What mentors do about alerts and people. */
    default Desk desk() {
        throw new IllegalArgumentException("there is no mentors' desk on this stage");
    }

    /** What reached the phones since the last call. */
    List<Received> received();

    /** What mentors were told since the last call. */
    List<Told> told();

    @Override
    void close();
}
