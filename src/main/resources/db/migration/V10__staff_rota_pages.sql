-- member -------------------------------------------------------------------------------------------------------------
-- The people who act on alerts. Their numbers are sealed as everybody's; member_id is null for one without a phone.
create table staff (
    id bigint primary key,
    name varchar(40) not null,
    role varchar(14) not null,
    member_id bigint references members,
    language varchar(8) not null,
    zone varchar(40) not null,
    created_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create unique index staff_member on staff (member_id);

-- Which groups they serve, who is called first where the rota does not say, and as whom they write in the group.
create table staff_groups (
    staff_id bigint not null references staff,
    group_id bigint not null references groups,
    turn smallint not null,
    membership_id bigint references memberships,
    primary key (staff_id, group_id)
);
create index staff_groups_group on staff_groups (group_id);

-- safeguarding -------------------------------------------------------------------------------------------------------
-- The hours in which a group is promised that somebody acts; a group without any has them always. Days are digits, 1 for
-- Monday; minutes count from midnight on the clocks of the zone, and an end at or before the start is on the next day.
create table cover_hours (
    id bigint primary key,
    group_id bigint not null references groups,
    days varchar(7) not null,
    from_minute smallint not null,
    to_minute smallint not null,
    zone varchar(40) not null
);
create index cover_hours_group on cover_hours (group_id);

-- Who is on duty in an ordinary week.
create table rota_shifts (
    id bigint primary key,
    group_id bigint not null references groups,
    staff_id bigint not null references staff,
    days varchar(7) not null,
    from_minute smallint not null,
    to_minute smallint not null,
    zone varchar(40) not null
);
create index rota_shifts_group on rota_shifts (group_id);

-- What differs from it between two times; of several for one person the one made last counts.
create table rota_changes (
    id bigint primary key,
    group_id bigint not null references groups,
    staff_id bigint not null references staff,
    on_duty boolean not null,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    made_by varchar(80) not null,
    reason varchar(200) not null,
    made_at timestamp with time zone not null
);
create index rota_changes_group on rota_changes (group_id, ends_at);

-- An alert for which people are called. number is what they answer with; next_at is when somebody is called next, null when
-- nobody is. A ladder begins anew, with another round, when an alert was answered and then left alone.
create table escalations (
    alert_id bigint primary key references alerts,
    number integer not null,
    round smallint not null,
    step smallint not null,
    began_at timestamp with time zone not null,
    next_at timestamp with time zone,
    called smallint not null,
    answered_by varchar(80),
    answered_at timestamp with time zone
);
create index escalations_due on escalations (next_at);
create index escalations_number on escalations (number);

-- Whom we called, once for each step.
create table pages (
    id bigint primary key,
    alert_id bigint not null references alerts,
    staff_id bigint not null references staff,
    round smallint not null,
    step smallint not null,
    at timestamp with time zone not null,
    unique (alert_id, staff_id, round, step)
);

-- The last number given to an alert, in one row.
create table alert_numbers (
    id integer primary key,
    last integer not null
);
insert into alert_numbers (id, last) values (1, 9);
