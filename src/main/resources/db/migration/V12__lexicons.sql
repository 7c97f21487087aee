-- safeguarding -------------------------------------------------------------------------------------------------------
-- What was saved of the lexicons' files, in the console or in the programme's own directory; only added to. Of each file and
-- origin the highest version counts; one without content was taken back. What comes with the service is in no table.
create table lexicon_versions (
    id bigint primary key,
    language varchar(8) not null,
    name varchar(40) not null,
    version integer not null,
    origin varchar(8) not null,
    content varchar(200000),
    note varchar(500) not null,
    despite varchar(500),
    made_by varchar(80) not null,
    made_at timestamp with time zone not null,
    unique (language, name, version)
);

-- Files that cannot be used as they are now, and why; what was used before stays.
create table lexicon_faults (
    language varchar(8) not null,
    name varchar(40) not null,
    words varchar(500) not null,
    at timestamp with time zone not null,
    primary key (language, name)
);

-- Texts that every change of a lexicon is tried against. One without a category must raise no alert. Sealed with the key of
-- whoever wrote it, or the service's where that is nobody with a phone.
create table lexicon_tests (
    id bigint primary key,
    language varchar(12) not null,
    country varchar(2) not null,
    sealed bytea not null,
    member_id bigint references members,
    category varchar(20),
    severity varchar(8),
    origin varchar(12) not null,
    alert_id bigint references alerts,
    made_by varchar(80) not null,
    made_at timestamp with time zone not null,
    ended_by varchar(80),
    ended_at timestamp with time zone
);
create index lexicon_tests_alert on lexicon_tests (alert_id);
