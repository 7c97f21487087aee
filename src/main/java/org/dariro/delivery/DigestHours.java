package org.dariro.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** When a digest is due: at whole hours of the day where the group is. */
public final class DigestHours {
    /** The time zone of a country, of its capital where it has several; other countries go by UTC. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("BW", "Africa/Gaborone"),
            Map.entry("CD", "Africa/Kinshasa"),
            Map.entry("ES", "Europe/Madrid"),
            Map.entry("ET", "Africa/Addis_Ababa"),
            Map.entry("GB", "Europe/London"),
            Map.entry("GH", "Africa/Accra"),
            Map.entry("KE", "Africa/Nairobi"),
            Map.entry("LS", "Africa/Maseru"),
            Map.entry("MW", "Africa/Blantyre"),
            Map.entry("MX", "America/Mexico_City"),
            Map.entry("MZ", "Africa/Maputo"),
            Map.entry("NA", "Africa/Windhoek"),
            Map.entry("NG", "Africa/Lagos"),
            Map.entry("RW", "Africa/Kigali"),
            Map.entry("SZ", "Africa/Mbabane"),
            Map.entry("TZ", "Africa/Dar_es_Salaam"),
            Map.entry("UG", "Africa/Kampala"),
            Map.entry("US", "America/New_York"),
            Map.entry("ZA", "Africa/Johannesburg"),
            Map.entry("ZM", "Africa/Lusaka"),
            Map.entry("ZW", "Africa/Harare"));

    private DigestHours() {}

    /** Where a country's clocks stand (ISO 3166 alpha-2). */
    public static ZoneId zone(String country) {
        String zone = ZONES.get(country);
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    /** The first of some hours of the day, at least one, at or after a moment. */
    static Instant next(Instant from, List<Integer> hours, ZoneId zone) {
        ZonedDateTime day = from.atZone(zone).toLocalDate().atStartOfDay(zone);
        while (true) {
            for (int hour : hours) {
                Instant at = day.withHour(hour).toInstant();
                if (!at.isBefore(from)) {
                    return at;
                }
            }
            day = day.plusDays(1);
        }
    }
}
