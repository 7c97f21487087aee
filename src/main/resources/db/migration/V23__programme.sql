-- programme ----------------------------------------------------------------------------------------------------------
-- Words that go out at a time of their own. series is the same for what was asked for at once; voice is null for the programme's
-- own; place_id is whom it is for alone, null for the group. try_at is when it is looked at next: due_at, or later when
-- something was in the way, which fault names. State: WAITING, SENT, MISSED, CANCELLED.
create table scheduled_posts (
    id bigint primary key,
    group_id bigint not null references groups,
    series bigint not null,
    kind varchar(9) not null,
    voice varchar(12),
    place_id bigint,
    sealed bytea not null,
    due_at timestamp with time zone not null,
    zone varchar(40) not null,
    weekly boolean not null,
    state varchar(9) not null,
    fault varchar(24),
    try_at timestamp with time zone not null,
    made_by varchar(80) not null,
    made_at timestamp with time zone not null,
    done_at timestamp with time zone
);
create index scheduled_posts_try on scheduled_posts (state, try_at);
create index scheduled_posts_group on scheduled_posts (group_id, due_at);

-- Times at which a guest speaks. membership_id is the guest's place while the session is open; mode_before is how the group read
-- until then. next_at is when the session goes on to its next state: PLANNED, TOLD, OPEN, ENDED; or it was CANCELLED.
create table guest_sessions (
    id bigint primary key,
    group_id bigint not null references groups,
    guest varchar(12) not null,
    begins_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    zone varchar(40) not null,
    state varchar(9) not null,
    next_at timestamp with time zone not null,
    membership_id bigint,
    mode_before varchar(12),
    made_by varchar(80) not null,
    made_at timestamp with time zone not null
);
create index guest_sessions_next on guest_sessions (state, next_at);
create index guest_sessions_group on guest_sessions (group_id, begins_at);
