package org.dariro.spend;

/** What parcels are added up by, within a group and a day. */
public enum Dimension {
    /** Who got them, by place in the group. */
    MEMBER,
    /** Where they went, by MCC and MNC. */
    NETWORK,
    LINE,
    /** What they were for: {@code GROUP}, {@code MENTOR}, {@code CARE}, {@code SYSTEM}, {@code SAFETY}; {@code USSD} for sessions. */
    KIND,
    /** Whose words they were, by place in the group; the service's own have none. */
    CAUSE
}
