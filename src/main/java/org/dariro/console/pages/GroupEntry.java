package org.dariro.console.pages;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dariro.gateway.Line;
import org.dariro.gateway.Lines;
import org.dariro.group.Group;
import org.dariro.group.ReadingMode;
import org.dariro.platform.Component;
import org.dariro.platform.Messages;
import org.dariro.programme.GroupReader;
import org.dariro.programme.GroupTemplate;
import org.dariro.programme.GroupWish;
import org.dariro.programme.Term;

/** The form about a group: what may be chosen in it, what stands in it, and what somebody wants by it. */
@Component
public class GroupEntry {
    private static final int MINUTE = 60;
    private final Lines lines;
    private final Messages messages;

    @Inject
    public GroupEntry(Lines lines, Messages messages) {
        this.lines = lines;
        this.messages = messages;
    }

    /** One of several things to choose from. */
    public record Choice(String id, String name) {}

    /** A page with what may be chosen. */
    Page choices(Page page) {
        Locale locale = Locale.forLanguageTag(page.visit().language());
        return page.with("lines", lines.all().stream().map(GroupEntry::choice).toList())
                .with(
                        "languages",
                        messages.languages().stream()
                                .map(code -> new Choice(code, messages.languageName(code)))
                                .toList())
                .with(
                        "countries",
                        Arrays.stream(Locale.getISOCountries())
                                .map(code -> new Choice(
                                        code,
                                        new Locale.Builder()
                                                .setRegion(code)
                                                .build()
                                                .getDisplayCountry(locale)))
                                .sorted(Comparator.comparing(Choice::name))
                                .toList())
                .with(
                        "modes",
                        Arrays.stream(ReadingMode.values()).map(Words::label).toList());
    }

    static Choice choice(Line line) {
        return new Choice(
                Long.toString(line.id()),
                line.address() + " · " + line.account()
                        + (line.serviceCode().isEmpty() ? "" : " · " + line.serviceCode()));
    }

    /** The form for a new group, as a template proposes it. */
    Entered of(Optional<GroupTemplate> template) {
        Map<String, String> values = new HashMap<>();
        values.put("mode", template.map(one -> Words.label(one.mode())).orElse("at-once"));
        values.put(
                "window",
                Integer.toString(template.map(GroupTemplate::windowMinutes).orElse(5)));
        values.put(
                "closingDays",
                Integer.toString(template.map(GroupTemplate::closingDays).orElse(0)));
        values.put("language", Messages.ENGLISH);
        if (template.filter(GroupTemplate::holdsHigh).isPresent()) {
            values.put("high", "on");
        }
        return new Entered(values, Map.of());
    }

    /** The form for a group as it is. */
    Entered of(Group group, Term term) {
        Map<String, String> values = new HashMap<>();
        values.put("name", group.name());
        values.put("language", group.language());
        values.put("country", group.country());
        values.put("mode", Words.label(group.mode()));
        values.put("window", minutes(group.window()));
        values.put("contacts", group.contacts());
        values.put(
                "endsOn",
                term.endsAt().map(at -> GroupReader.day(group, at).toString()).orElse(""));
        values.put("closingDays", Integer.toString(term.closingDays()));
        if (group.holdsHigh()) {
            values.put("high", "on");
        }
        return new Entered(values, Map.of());
    }

    private static String minutes(Duration window) {
        return Long.toString(Math.max(1, (window.toSeconds() + MINUTE - 1) / MINUTE));
    }

    /** What a new group is to be. */
    GroupWish wish(Entered form, Optional<String> template) {
        return new GroupWish(
                form.text("name"),
                form.text("code"),
                form.number("line"),
                form.text("language"),
                form.text("country"),
                form.text("mode"),
                seconds(form.text("window")),
                form.text("contacts"),
                Optional.of(form.values().containsKey("high")),
                template,
                form.text("endsOn").filter(day -> template.isEmpty() || !day.isEmpty()),
                whole(form.text("closingDays")));
    }

    /** What a group is to become. */
    GroupWish wish(Entered form, Group known) {
        GroupWish wish = wish(form, Optional.empty());
        boolean sameWindow = form.is("window", minutes(known.window())); // it may be set to the second elsewhere
        return new GroupWish(
                wish.name(),
                Optional.empty(),
                Optional.empty(),
                wish.language(),
                wish.country(),
                wish.mode(),
                sameWindow ? Optional.empty() : wish.windowSeconds(),
                wish.contacts(),
                wish.holdsHigh(),
                Optional.empty(),
                wish.endsOn(),
                wish.closingDays());
    }

    private static Optional<Integer> seconds(Optional<String> minutes) {
        return whole(minutes).map(number -> number * MINUTE);
    }

    /** Something that is no number is no good number either. */
    private static Optional<Integer> whole(Optional<String> text) {
        return text.filter(one -> !one.isEmpty()).map(one -> one.matches("[0-9]{1,4}") ? Integer.parseInt(one) : -1);
    }

    /** The lines of a form, in the order in which they are listed. */
    List<Line> further(List<String> ids, Group group) {
        List<Line> further = new ArrayList<>();
        for (Line line : lines.all()) {
            if (line.id() != group.lineId() && ids.contains(Long.toString(line.id()))) {
                further.add(line);
            }
        }
        return further;
    }
}
