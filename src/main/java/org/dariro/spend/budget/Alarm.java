package org.dariro.spend.budget;

import java.util.EnumSet;
import java.util.Set;

/** What a coordinator is told of a budget, each once. */
public enum Alarm {
    /** Half of it is spent. */
    SPENT_50(0.5),
    /** Four fifths are spent. */
    SPENT_80(0.8),
    /** All of it is spent. */
    SPENT_100(1),
    /** More than all of it is expected to be spent by the end at the pace that the group has chosen. */
    FORECAST_100(1);

    private final double share;

    Alarm(double share) {
        this.share = share;
    }

    /**
     * The alarms that hold.
     *
     * @param spent the share of the budget that is spent, not counting the reserve; at the last segment that does not fit
     *     it counts as 1
     * @param forecast the share that is expected to be spent by the end if the group read as it has chosen
     */
    public static Set<Alarm> of(double spent, double forecast) {
        Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
        for (Alarm alarm : values()) {
            if ((alarm == FORECAST_100 ? forecast : spent) >= alarm.share) {
                alarms.add(alarm);
            }
        }
        return alarms;
    }
}
