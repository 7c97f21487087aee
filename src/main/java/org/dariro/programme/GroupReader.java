package org.dariro.programme;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dariro.conversation.Fault;
import org.dariro.delivery.Digests;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Cleaning;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;

/** Reads what was asked about a group, and finds all that is wrong with it at once. */
@Component
public class GroupReader {
    /** Characters of the longest name. */
    public static final int LONGEST_NAME = 20;

    private static final int LONGEST_CONTACTS = 100;
    private static final int DAY = 86_400;
    private static final int USUAL_WINDOW = 300;
    private static final int MOST_YEARS = 10;
    /** The last message and the goodbye come in the late afternoon, when most can read. */
    private static final LocalTime HOUR = LocalTime.of(17, 0);

    private final Lines lines;
    private final Messages messages;
    private final GroupTemplates templates;

    @Inject
    public GroupReader(Lines lines, Messages messages, GroupTemplates templates) {
        this.lines = lines;
        this.messages = messages;
        this.templates = templates;
    }

    /** What a wish turned out to be; the group and its term count only when there are no faults. */
    record Read(Group group, Term term, List<Fault> faults) {
        Read {
            faults = List.copyOf(faults);
        }
    }

    /** A new group. */
    Read read(GroupWish wish, Instant now) {
        List<Fault> faults = new ArrayList<>();
        Optional<GroupTemplate> template = template(wish, faults);
        String name = name(wish.name().orElse(""), faults);
        Optional<Line> line = line(wish.line(), faults);
        Group group = new Group(
                0,
                name,
                code(wish.code().filter(code -> !code.isBlank()).orElse(name), faults),
                line.map(Line::id).orElse(0L),
                language(wish, Messages.ENGLISH, faults),
                country(wish.country().orElse(""), faults),
                mode(wish, template.map(GroupTemplate::mode).orElse(ReadingMode.AT_ONCE), line, faults),
                window(wish, template.map(one -> one.windowMinutes() * 60).orElse(USUAL_WINDOW), faults),
                contacts(wish, "", faults),
                wish.holdsHigh()
                        .orElse(template.filter(GroupTemplate::holdsHigh).isPresent()),
                false);
        Optional<LocalDate> usual = template.filter(one -> one.weeks() > 0)
                .map(one -> today(group, now).plusWeeks(one.weeks()));
        Term none = new Term(
                0,
                template.map(GroupTemplate::id).orElse(""),
                template.map(GroupTemplate::closingDays).orElse(0),
                Optional.empty(),
                usual.map(day -> at(group, day)),
                Optional.empty());
        return new Read(group, term(group, none, wish, now, faults), faults);
    }

    /** A group that is changed. */
    Read read(Group known, Term term, GroupWish wish, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (known.closed()) {
            faults.add(GroupFault.CLOSED);
        }
        Group group = new Group(
                known.id(),
                wish.name().isEmpty() ? known.name() : name(wish.name().get(), faults),
                known.code(),
                known.lineId(),
                language(wish, known.language(), faults),
                wish.country().isEmpty()
                        ? known.country()
                        : country(wish.country().get(), faults),
                mode(wish, known.mode(), Optional.of(lines.get(known.lineId())), faults),
                window(wish, (int) known.window().toSeconds(), faults),
                contacts(wish, known.contacts(), faults),
                wish.holdsHigh().orElse(known.holdsHigh()),
                known.closed());
        return new Read(group, term(group, term, wish, now, faults), faults);
    }

    private Optional<GroupTemplate> template(GroupWish wish, List<Fault> faults) {
        Optional<String> wanted = wish.template().filter(id -> !id.isBlank());
        Optional<GroupTemplate> template = wanted.flatMap(templates::find);
        if (wanted.isPresent() && template.isEmpty()) {
            faults.add(GroupFault.TEMPLATE);
        }
        return template;
    }

    private static String clean(String written) {
        return Cleaning.clean(written.replaceAll("\\s+", " ")).strip();
    }

    private static String name(String written, List<Fault> faults) {
        String name = clean(written);
        int length = name.codePointCount(0, name.length());
        if (length < 2 || length > LONGEST_NAME) {
            faults.add(GroupFault.NAME);
        }
        return name;
    }

    private Optional<Line> line(Optional<Long> id, List<Fault> faults) {
        Optional<Line> line = id.flatMap(lines::find);
        if (line.isEmpty()) {
            faults.add(GroupFault.LINE);
        }
        return line;
    }

    /** The code as members type it. */
    private static String code(String written, List<Fault> faults) {
        String code = written.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
        if (!code.matches("[A-Z0-9]{2,20}")) {
            faults.add(GroupFault.CODE);
        }
        return code;
    }

    private String language(GroupWish wish, String otherwise, List<Fault> faults) {
        Optional<String> language = wish.language().flatMap(messages::language);
        if (wish.language().isPresent() && language.isEmpty()) {
            faults.add(GroupFault.LANGUAGE);
        }
        return language.orElse(otherwise);
    }

    private static String country(String written, List<Fault> faults) {
        String country = written.strip().toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
            faults.add(GroupFault.COUNTRY);
        }
        return country;
    }

    private static ReadingMode mode(GroupWish wish, ReadingMode otherwise, Optional<Line> line, List<Fault> faults) {
        Optional<ReadingMode> wanted = wish.mode().flatMap(written -> Arrays.stream(ReadingMode.values())
                .filter(mode -> mode.name()
                        .equals(written.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst());
        if (wish.mode().isPresent() && wanted.isEmpty()) {
            faults.add(GroupFault.MODE);
        }
        ReadingMode mode = wanted.orElse(otherwise);
        if (mode == ReadingMode.USSD_ONLY
                && line.filter(one -> one.serviceCode().isEmpty()).isPresent()) {
            faults.add(GroupFault.NO_USSD);
        }
        return mode;
    }

    private static Duration window(GroupWish wish, int otherwise, List<Fault> faults) {
        int seconds = wish.windowSeconds().orElse(otherwise);
        if (seconds < 1 || seconds > DAY) {
            faults.add(GroupFault.WINDOW);
        }
        return Duration.ofSeconds(seconds);
    }

    private static String contacts(GroupWish wish, String otherwise, List<Fault> faults) {
        String contacts = wish.contacts().map(GroupReader::clean).orElse(otherwise);
        if (contacts.codePointCount(0, contacts.length()) > LONGEST_CONTACTS) {
            faults.add(GroupFault.CONTACTS);
        }
        return contacts;
    }

    private static Term term(Group group, Term known, GroupWish wish, Instant now, List<Fault> faults) {
        int closingDays = wish.closingDays().orElse(known.closingDays());
        if (closingDays < 0 || closingDays > Term.MOST_CLOSING_DAYS) {
            faults.add(GroupFault.CLOSING);
        }
        Optional<Instant> ends = wish.endsOn().isEmpty()
                ? known.endsAt()
                : end(group, known, wish.endsOn().get().strip(), now, faults);
        Optional<Instant> closing =
                ends.map(at -> at.atZone(zone(group)).minusDays(closingDays).toInstant());
        return new Term(known.group(), known.template(), closingDays, closing, ends, known.farewellAt());
    }

    private static Optional<Instant> end(Group group, Term known, String written, Instant now, List<Fault> faults) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(written);
            if (known.endsAt().filter(at -> day(group, at).equals(day)).isPresent()) {
                return known.endsAt();
            }
            LocalDate today = today(group, now);
            if (day.isAfter(today) && !day.isAfter(today.plusYears(MOST_YEARS))) {
                return Optional.of(at(group, day));
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        faults.add(GroupFault.END);
        return Optional.empty();
    }

    private static ZoneId zone(Group group) {
        return Digests.zone(group.country());
    }

    private static LocalDate today(Group group, Instant now) {
        return day(group, now);
    }

    /** The day of a time where the group is. */
    public static LocalDate day(Group group, Instant at) {
        return at.atZone(zone(group)).toLocalDate();
    }

    private static Instant at(Group group, LocalDate day) {
        return day.atTime(HOUR).atZone(zone(group)).toInstant();
    }

    /** What differs, in our own words, for the audit trail. */
    static List<String> differences(Group was, Group is, Term before, Term after) {
        List<String> what = new ArrayList<>();
        note(what, "name", was.name().equals(is.name()));
        note(what, "language", was.language().equals(is.language()));
        note(what, "country", was.country().equals(is.country()));
        note(what, "reading mode", was.mode() == is.mode());
        note(what, "window", was.window().equals(is.window()));
        note(what, "contacts", was.contacts().equals(is.contacts()));
        note(what, is.holdsHigh() ? "high is held" : "high is delivered", was.holdsHigh() == is.holdsHigh());
        note(what, "end", before.endsAt().equals(after.endsAt()));
        note(what, "last message", before.closingDays() == after.closingDays());
        return what;
    }

    private static void note(List<String> what, String words, boolean same) {
        if (!same) {
            what.add(words);
        }
    }
}
