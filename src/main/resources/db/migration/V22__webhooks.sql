-- webhook ------------------------------------------------------------------------------------------------------------
-- Other systems that are told of what happens. events are labels with commas between. secret_sealed signs; until old_until the
-- secret before it signs too. failing_since is when calls began to fail without one that went well since; disabled_why is empty
-- while calls are made, and removed_at ends it for good.
create table webhooks (
    id bigint primary key,
    url varchar(500) not null,
    events varchar(400) not null,
    secret_sealed bytea not null,
    old_secret_sealed bytea,
    old_until timestamp with time zone,
    created_at timestamp with time zone not null,
    failing_since timestamp with time zone,
    disabled_why varchar(20) default '' not null,
    disabled_at timestamp with time zone,
    removed_at timestamp with time zone
);

-- What is to be told, written with what happened. state is WAITING, DONE or GIVEN_UP; outcome is what the last attempt came to.
create table webhook_calls (
    id bigint primary key,
    webhook_id bigint not null references webhooks,
    event varchar(40) not null,
    body varchar(2000) not null,
    state varchar(8) not null,
    created_at timestamp with time zone not null,
    attempts smallint not null,
    next_at timestamp with time zone not null,
    outcome varchar(40) default '' not null,
    attempted_at timestamp with time zone
);
create index webhook_calls_due on webhook_calls (state, next_at);
create index webhook_calls_webhook on webhook_calls (webhook_id, id);
