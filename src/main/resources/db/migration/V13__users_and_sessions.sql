-- console ------------------------------------------------------------------------------------------------------------
-- Who may sign in to the console. staff_id is the person who acts on alerts, where this is one: it says which groups they serve.
-- password_hash is null until an invitation was taken; totp_sealed until a second factor was set up; totp_step is the last step of
-- it that was used, so that no code is good twice.
create table users (
    id bigint primary key,
    email varchar(200) not null unique,
    name varchar(40) not null,
    roles varchar(80) not null,
    language varchar(8) not null,
    zone varchar(40) not null,
    theme varchar(6) not null,
    shortcuts boolean not null,
    staff_id bigint references staff,
    password_hash varchar(200),
    totp_sealed bytea,
    totp_step bigint not null,
    created_at timestamp with time zone not null,
    ended_at timestamp with time zone
);
create index users_staff on users (staff_id);

-- Codes for somebody who has lost the second factor; each is good once.
create table recovery_codes (
    user_id bigint not null references users,
    hash bytea not null,
    primary key (user_id, hash)
);

-- Who is signed in. Only hashes of what the browser holds; stage says how far a sign-in is.
create table sign_ins (
    id bigint primary key,
    hash bytea not null unique,
    user_id bigint not null references users,
    stage varchar(8) not null,
    browser varchar(120) not null,
    began_at timestamp with time zone not null,
    seen_at timestamp with time zone not null
);
create index sign_ins_user on sign_ins (user_id);
create index sign_ins_seen on sign_ins (seen_at);

-- Failed sign-ins lately, by keyed hashes of account and address; nobody is ever locked out, only made to wait.
create table sign_in_failures (
    key_hash bytea primary key,
    failures integer not null,
    last_at timestamp with time zone not null
);
create index sign_in_failures_last on sign_in_failures (last_at);

-- Links that are good once: an invitation, or a new password.
create table one_time_links (
    id bigint primary key,
    hash bytea not null unique,
    user_id bigint not null references users,
    made_by varchar(80) not null,
    made_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    used_at timestamp with time zone
);
create index one_time_links_user on one_time_links (user_id);
