-- programme ----------------------------------------------------------------------------------------------------------
-- When the members of a group are asked how they are, one question at a time. items are the questions, in turn, with commas
-- between; rounds says how many have been asked; next_at is null while nobody is asked.
create table wellbeing_settings (
    group_id bigint primary key references groups,
    weekday smallint not null,
    at_hour smallint not null,
    every_weeks smallint not null,
    items varchar(120) not null,
    rounds integer not null,
    last_at timestamp with time zone,
    next_at timestamp with time zone,
    changed_by varchar(80) not null,
    changed_at timestamp with time zone not null
);
create index wellbeing_settings_next on wellbeing_settings (next_at);

-- Questions that members were asked. The answer is sealed with the key of the member; it is null until there is one. medium is
-- sms or ussd.
create table wellbeing_questions (
    id bigint primary key,
    group_id bigint not null references groups,
    membership_id bigint not null references memberships,
    item varchar(20) not null,
    asked_at timestamp with time zone not null,
    answer_sealed bytea,
    answered_at timestamp with time zone,
    medium varchar(4)
);
create index wellbeing_questions_membership on wellbeing_questions (membership_id, asked_at);
create index wellbeing_questions_group on wellbeing_questions (group_id, answered_at);

-- Members whose answers ask for a mentor's word, as an alert does in a graver case; since_at is the time of the answer.
create table wellbeing_lows (
    membership_id bigint primary key references memberships,
    group_id bigint not null references groups,
    since_at timestamp with time zone not null
);
create index wellbeing_lows_group on wellbeing_lows (group_id);
