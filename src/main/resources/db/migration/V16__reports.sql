-- spend --------------------------------------------------------------------------------------------------------------
-- What happened of late, in all budgets: the day's page shows it.
create index budget_events_at on budget_events (at);

-- group --------------------------------------------------------------------------------------------------------------
-- Who has read by dialling, up to which post; only added to.
create table dialled_reads (
    id bigint primary key,
    group_id bigint not null,
    membership_id bigint not null,
    seq bigint not null,
    at timestamp with time zone not null
);
create index dialled_reads_at on dialled_reads (at);
create index posts_written on posts (written_at);

-- programme ----------------------------------------------------------------------------------------------------------
-- What happened on a day (UTC), added up: by place, what was posted and read; by line and network, what became of texts. The
-- days before until_day stay as they are; those since are made anew every few minutes, as receipts come late.
create table engagement_days (
    on_day date not null,
    group_id bigint not null,
    place_id bigint not null,
    posts integer not null,
    texts integer not null,
    dials integer not null,
    primary key (on_day, group_id, place_id)
);
create table delivery_days (
    on_day date not null,
    line_id bigint not null,
    network varchar(6) not null,
    state varchar(9) not null,
    texts integer not null,
    primary key (on_day, line_id, network, state)
);
create table report_days_made (
    id integer primary key,
    until_day date,
    made_at timestamp with time zone
);
insert into report_days_made (id) values (1);

-- safeguarding -------------------------------------------------------------------------------------------------------
create index alerts_raised on alerts (raised_at);
