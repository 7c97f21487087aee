-- programme ----------------------------------------------------------------------------------------------------------
-- Groups whose mentors are told once a day by SMS how many posts wait for an answer, and when next; next_at is null while they are
-- not.
create table daily_counts (
    group_id bigint primary key references groups,
    at_hour smallint not null,
    next_at timestamp with time zone,
    changed_by varchar(80) not null,
    changed_at timestamp with time zone not null
);
create index daily_counts_next on daily_counts (next_at);
