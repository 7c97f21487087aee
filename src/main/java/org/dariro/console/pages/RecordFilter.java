package org.dariro.console.pages;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.dariro.console.api.AuditKind;
import org.dariro.platform.AuditQuery;
import org.dariro.platform.Cleaning;

/**
 * Which rows of the record somebody asks for, as it stands in the address; what cannot be understood counts for nothing.
 *
 * @param subject {@code alert:17}
 * @param from the first day on the visitor's clocks
 * @param before only rows before this one
 */
public record RecordFilter(String subject, String kind, String who, String from, String to, long before) {
    private static final int LONGEST = 80;
    /** Everything. */
    static final RecordFilter ALL = new RecordFilter("", "", "", "", "", Long.MAX_VALUE);

    static RecordFilter of(MultivaluedMap<String, String> asked) {
        String before = text(asked, "before");
        return new RecordFilter(
                text(asked, "subject"),
                text(asked, "kind"),
                text(asked, "who"),
                text(asked, "from"),
                text(asked, "to"),
                before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE);
    }

    private static String text(MultivaluedMap<String, String> asked, String name) {
        String clean = Cleaning.clean(Optional.ofNullable(asked.getFirst(name)).orElse(""))
                .replaceAll("\\s+", " ")
                .strip();
        return clean.length() > LONGEST ? "" : clean;
    }

    AuditQuery query(ZoneId zone) {
        Optional<LocalDate> last = Moments.day(to);
        return new AuditQuery(
                Optional.of(subject).filter(one -> one.matches("[a-z-]{1,20}:[0-9]{1,18}")),
                AuditKind.labelled(kind).map(AuditKind::actions).orElse(List.of()),
                who,
                Moments.day(from).map(day -> day.atStartOfDay(zone).toInstant()),
                last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** Whether a subject was given that cannot be one. */
    public boolean subjectWrong() {
        return !subject.isEmpty() && !subject.matches("[a-z-]{1,20}:[0-9]{1,18}");
    }

    /** Whether the newest rows are shown. */
    public boolean newest() {
        return before == Long.MAX_VALUE;
    }

    /** What is asked for, without the place in the list, for an address. */
    public String asked() {
        return "subject=" + encoded(subject) + "&kind=" + encoded(kind) + "&who=" + encoded(who) + "&from="
                + encoded(from) + "&to=" + encoded(to);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
