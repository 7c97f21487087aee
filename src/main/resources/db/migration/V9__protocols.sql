-- console ------------------------------------------------------------------------------------------------------------
-- The groups that a token is for; a token without any is for all.
create table api_token_groups (
    token_id bigint not null references api_tokens,
    group_id bigint not null references groups,
    primary key (token_id, group_id)
);
alter table api_tokens add column revoked_at timestamp with time zone;

-- group --------------------------------------------------------------------------------------------------------------
-- Until then a mentor reads this person's posts first; null when not.
alter table memberships add column muted_until timestamp with time zone;

-- safeguarding -------------------------------------------------------------------------------------------------------
-- Who acts on an alert and until when that counts; when it comes back; who wants it closed and with what outcome, which
-- for a critical one waits for a second person. member_id is null when a report is about a mentor without a phone.
alter table alerts alter column member_id drop not null;
alter table alerts add column why_sealed bytea;
alter table alerts add column claimed_by varchar(80);
alter table alerts add column claimed_until timestamp with time zone;
alter table alerts add column follow_up_at timestamp with time zone;
alter table alerts add column proposed_by varchar(80);
alter table alerts add column proposed_at timestamp with time zone;
create index alerts_source on alerts (source_id);
create index alerts_membership on alerts (membership_id);

-- What was done about an alert, by whom and when; only added to. Notes are sealed with the key of the person it is about.
create table alert_actions (
    id bigint primary key,
    alert_id bigint not null references alerts,
    at timestamp with time zone not null,
    actor varchar(80) not null,
    action varchar(20) not null,
    detail varchar(80),
    note_sealed bytea
);
create index alert_actions_alert on alert_actions (alert_id, id);

-- People whose lighter signs count for more until a time.
create table watches (
    id bigint primary key,
    member_id bigint not null references members,
    group_id bigint references groups,
    alert_id bigint not null references alerts,
    placed_by varchar(80) not null,
    placed_at timestamp with time zone not null,
    until_at timestamp with time zone not null,
    ended_by varchar(80),
    ended_at timestamp with time zone
);
create index watches_member on watches (member_id);

-- Who reported a post; shown to nobody in the group, nor to its mentors.
create table reports (
    id bigint primary key,
    alert_id bigint not null references alerts,
    membership_id bigint not null references memberships,
    at timestamp with time zone not null
);
create index reports_alert on reports (alert_id);

-- conversation -------------------------------------------------------------------------------------------------------
-- The alert that private words belong to.
alter table private_words add column alert_id bigint;
create index private_words_alert on private_words (alert_id, id);
