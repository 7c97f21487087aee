-- console ------------------------------------------------------------------------------------------------------------
-- Who is writing from an alert just now; counts until a time soon.
create table answering_alerts (
    user_id bigint not null references users,
    alert_id bigint not null references alerts,
    until timestamp with time zone not null,
    primary key (user_id, alert_id)
);
create index answering_alerts_alert on answering_alerts (alert_id);
