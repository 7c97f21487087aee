-- spend --------------------------------------------------------------------------------------------------------------
-- One row for the programme (group_id 0) and for each group with a budget, or with a part in the programme's. What is left is
-- taken by conditional updates in the transaction that writes the parcels, so that no two nodes can spend it twice.
-- left_over: of the group's own budget, without the reserve; null when it has none. Of the programme's: what no group has drawn.
-- in_hand: what the group has drawn of the programme's budget and not spent; null when the programme has none.
-- kept: what posts may not touch, so that the group can be told that the money is used up.
-- paid: what was spent on posts, private words and nudges since the row is there; owed: on safety and answers in the budget's time.
-- stuck: something did not fit and waits. told: what the group was last told of its pace.
create table budgets (
    group_id bigint primary key,
    amount numeric(18, 6),
    reserve numeric(18, 6) not null,
    currency varchar(3) not null,
    begins timestamp with time zone not null,
    ends timestamp with time zone not null,
    set_by varchar(80) not null,
    set_at timestamp with time zone not null,
    left_over numeric(18, 6),
    in_hand numeric(18, 6),
    kept numeric(18, 6) not null,
    paid numeric(18, 6) not null,
    owed numeric(18, 6) not null,
    stuck boolean not null,
    told varchar(8) not null,
    rung varchar(16) not null,
    stepped_at timestamp with time zone not null,
    counted_seq bigint not null,
    folded_at timestamp with time zone not null
);

-- How a group's time went: what one text per post and reader would have cost in an hour, and what was spent on posts.
create table budget_hours (
    group_id bigint not null,
    at_hour timestamp with time zone not null,
    rung varchar(16) not null,
    said numeric(18, 6) not null,
    spent numeric(18, 6) not null,
    primary key (group_id, at_hour, rung)
);

-- What happened to a budget: it was set, an alarm, a step, the cap; only added to.
create table budget_events (
    id bigint primary key,
    group_id bigint not null,
    kind varchar(16) not null,
    detail varchar(400) not null,
    at timestamp with time zone not null
);
create index budget_events_group on budget_events (group_id, id);
