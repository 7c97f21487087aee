package org.dariro.group;

/** What somebody is in a group. */
public enum Role {
    MEMBER,
    MENTOR
}
