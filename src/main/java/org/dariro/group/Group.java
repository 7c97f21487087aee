package org.dariro.group;

import java.time.Duration;

/**
 * A circle of 7 to 15 people around one matter, with a mentor, for a fixed time.
 *
 * <p>Life: made by a coordinator with a join code and a line, open while members join and write, closed at its end.
 *
 * @param name short and discreet: it stands on members' phones
 * @param code what a new member texts after JOIN; upper case letters and digits
 * @param lineId the line that it writes from unless a membership says otherwise
 * @param language of a member who has not chosen one
 * @param country ISO 3166 alpha-2, for the crisis contacts
 * @param mode the reading mode of members who have not chosen one
 * @param window how long a bundle waits from its first post; in an adaptive group, how late half of the posts may be
 * @param contacts the group's own crisis contacts, empty to use the country's
 * @param holdsHigh whether a text of high severity is held too, not only a critical one
 */
public record Group(
        long id,
        String name,
        String code,
        long lineId,
        String language,
        String country,
        ReadingMode mode,
        Duration window,
        String contacts,
        boolean holdsHigh,
        boolean closed) {}
