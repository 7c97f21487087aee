package org.dariro;

import java.time.InstantSource;
import org.dariro.group.DueGroups;
import org.dariro.group.GroupDao;
import org.dariro.group.GroupLog;
import org.dariro.group.Groups;
import org.dariro.group.MembershipDao;
import org.dariro.group.Memberships;
import org.dariro.group.PostDao;
import org.dariro.member.MemberDao;
import org.dariro.member.Members;
import org.dariro.member.StaffDao;
import org.dariro.member.StaffRoll;
import org.dariro.platform.Settings;
import org.dariro.platform.Vault;
import org.dariro.platform.Work;

/** People, groups and their logs, wired by plain constructors: a layer of {@link Dariro}. */
@SuppressWarnings("checkstyle:VisibilityModifier")
abstract class PeopleLayer extends PlatformLayer {
    public final Members members;
    public final DueGroups due;
    public final Groups groups;
    public final Memberships memberships;
    public final GroupLog log;
    public final StaffRoll staff;

    PeopleLayer(Settings settings, Vault vault, InstantSource clock, Work work) {
        super(settings, vault, clock, work);
        members = new Members(new MemberDao(vault), vault, ids, clock);
        due = new DueGroups(clock);
        GroupDao groupDao = new GroupDao();
        MembershipDao membershipDao = new MembershipDao();
        groups = new Groups(groupDao, ids, clock);
        memberships = new Memberships(membershipDao, ids, clock);
        log = new GroupLog(groupDao, new PostDao(vault), membershipDao, due, webhooks, ids, clock);
        staff = new StaffRoll(new StaffDao(), ids, clock);
    }
}
