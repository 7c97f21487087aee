package org.dariro.console.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Messages;
import org.jspecify.annotations.Nullable;

/** Reads what was asked about a group, field by field. */
final class GroupForm {
    private static final int LONGEST_NAME = 20;
    private static final int DAY = 86_400;
    private final Fields fields = new Fields();
    private final Lines lines;
    private final Messages messages;

    GroupForm(Lines lines, Messages messages) {
        this.lines = lines;
        this.messages = messages;
    }

    /** A group to make; what may be absent is null. */
    record NewGroup(
            @Nullable String name,
            @Nullable String code,
            @Nullable Long line,
            @Nullable String language,
            @Nullable String country,
            @Nullable String mode,
            @Nullable Integer windowSeconds,
            @Nullable String contacts,
            @Nullable Boolean holdsHigh) {}

    /** What to change; what is null stays. */
    record GroupChange(
            @Nullable String name,
            @Nullable String language,
            @Nullable String country,
            @Nullable String mode,
            @Nullable Integer windowSeconds,
            @Nullable String contacts,
            @Nullable Boolean holdsHigh) {}

    Group read(NewGroup wanted) {
        String name = name(wanted.name());
        Optional<Line> line = line(wanted.line());
        Group group = new Group(
                0,
                name,
                code(wanted.code() == null ? name : wanted.code()),
                line.map(Line::id).orElse(0L),
                language(wanted.language(), Messages.ENGLISH),
                country(wanted.country()),
                mode(wanted.mode(), ReadingMode.AT_ONCE, line),
                Duration.ofSeconds(fields.number("windowSeconds", wanted.windowSeconds(), 300, 1, DAY)),
                fields.line("contacts", wanted.contacts(), 100).orElse(""),
                Boolean.TRUE.equals(wanted.holdsHigh()),
                false);
        fields.check();
        return group;
    }

    Group read(Group known, GroupChange change) {
        int window = (int) known.window().toSeconds();
        Group group = new Group(
                known.id(),
                change.name() == null ? known.name() : name(change.name()),
                known.code(),
                known.lineId(),
                language(change.language(), known.language()),
                change.country() == null ? known.country() : country(change.country()),
                mode(change.mode(), known.mode(), Optional.of(lines.get(known.lineId()))),
                Duration.ofSeconds(fields.number("windowSeconds", change.windowSeconds(), window, 1, DAY)),
                fields.line("contacts", change.contacts(), 100).orElse(known.contacts()),
                change.holdsHigh() == null ? known.holdsHigh() : change.holdsHigh(),
                known.closed());
        fields.check();
        return group;
    }

    private String name(@Nullable String written) {
        String name = fields.line("name", written, LONGEST_NAME).orElse("");
        if (name.codePointCount(0, name.length()) < 2) {
            fields.fault(
                    "name",
                    "A group's name has 2 to " + LONGEST_NAME
                            + " characters. It stands on members' phones: choose a discreet one.");
        }
        return name;
    }

    /** The code as members type it; made of the name when none is given. */
    private String code(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
        if (!code.matches("[A-Z0-9]{2,20}")) {
            fields.fault("code", "A join code has 2 to 20 letters A to Z and digits.");
        }
        return code;
    }

    private Optional<Line> line(@Nullable Long id) {
        Optional<Line> line =
                lines.all().stream().filter(one -> id != null && one.id() == id).findFirst();
        if (line.isEmpty()) {
            fields.fault("line", "This field is needed: the id of a line; GET /lines lists them.");
        }
        return line;
    }

    private String language(@Nullable String written, String otherwise) {
        if (written == null) {
            return otherwise;
        }
        Optional<String> language = messages.language(written);
        if (language.isEmpty()) {
            fields.fault("language", "The service has: " + String.join(", ", messages.languages()) + ".");
        }
        return language.orElse(otherwise);
    }

    private String country(@Nullable String written) {
        String country = written == null ? "" : written.strip().toUpperCase(Locale.ROOT);
        if (!Arrays.asList(Locale.getISOCountries()).contains(country)) {
            fields.fault("country", "This field is needed: two letters as in ISO 3166, such as ZW.");
        }
        return country;
    }

    private ReadingMode mode(@Nullable String written, ReadingMode otherwise, Optional<Line> line) {
        ReadingMode mode = fields.choice("mode", written, ReadingMode.class).orElse(otherwise);
        if (mode == ReadingMode.USSD_ONLY
                && line.filter(one -> one.serviceCode().isEmpty()).isPresent()) {
            fields.fault("mode", "The line of this group has no USSD code, so nobody could read by USSD.");
        }
        return mode;
    }
}
