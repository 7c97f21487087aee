package org.dariro.console.api;

import org.jspecify.annotations.Nullable;

/**
 * What is spent at a glance.
 *
 * @param day that is going on, in UTC
 * @param currency the programme's
 * @param lately of the last {@code days} days, at most four weeks
 * @param participants who take part now, mentors not counted
 * @param perParticipantWeek what each of them has cost in a week, lately; null while a rate is missing
 */
public record SpendOverviewView(
        String day,
        String currency,
        SpendView.ItemView today,
        SpendView.ItemView month,
        SpendView.ItemView lately,
        int days,
        int participants,
        @Nullable String perParticipantWeek) {}
