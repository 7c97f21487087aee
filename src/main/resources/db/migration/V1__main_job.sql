-- Ids are taken from one sequence in blocks, so that a transaction can write all its rows in batches.
create sequence ids start with 1000 increment by 1000;

-- platform -----------------------------------------------------------------------------------------------------------
-- The running processes: what a process had on the wire when it died is known by its node.
create table nodes (
    id bigint primary key,
    seen_at timestamp with time zone not null
);

-- A keyed hash of a fixed word: another key file is noticed at the start.
create table key_marks (
    id integer primary key,
    mark bytea not null
);

-- gateway ------------------------------------------------------------------------------------------------------------
create table lines (
    id bigint primary key,
    account varchar(32) not null,
    address varchar(32) not null,
    service_code varchar(32),
    created_at timestamp with time zone not null,
    unique (account, address)
);

-- member -------------------------------------------------------------------------------------------------------------
-- One row for every number that ever wrote to us or was enrolled. Erasing a member sets data_key and number_sealed null.
create table members (
    id bigint primary key,
    number_hash bytea not null unique,
    number_sealed bytea,
    data_key bytea,
    language varchar(8) not null,
    stopped_at timestamp with time zone,
    created_at timestamp with time zone not null
);

-- group --------------------------------------------------------------------------------------------------------------
create table groups (
    id bigint primary key,
    name varchar(40) not null,
    code varchar(20) not null unique,
    line_id bigint not null references lines,
    language varchar(8) not null,
    country varchar(2) not null,
    reading_mode varchar(12) not null,
    bundle_seconds integer not null,
    contacts varchar(200),
    hold_high boolean not null,
    last_seq bigint not null,
    created_at timestamp with time zone not null,
    closed_at timestamp with time zone
);

-- member_id is null only for a mentor without a phone.
create table memberships (
    id bigint primary key,
    group_id bigint not null references groups,
    member_id bigint references members,
    line_id bigint not null references lines,
    role varchar(8) not null,
    state varchar(8) not null,
    nickname varchar(12),
    nickname_key varchar(24),
    reading_mode varchar(12),
    paused_until timestamp with time zone,
    cursor_seq bigint not null,
    spoke_at timestamp with time zone not null,
    created_at timestamp with time zone not null,
    unique (group_id, nickname_key),
    unique (group_id, member_id)
);
create index memberships_member on memberships (member_id);

-- What a member was asked and answered: the wording itself is kept.
create table consents (
    id bigint primary key,
    membership_id bigint not null references memberships,
    event varchar(12) not null,
    wording varchar(1000) not null,
    language varchar(8) not null,
    medium varchar(12) not null,
    at timestamp with time zone not null
);

-- A group's log. seq is given at release; a held or rejected post has none.
-- No foreign key to the author's place: it would lock the row that the packer holds, and the front door would wait.
create table posts (
    id bigint primary key,
    group_id bigint not null references groups,
    membership_id bigint not null,
    seq bigint,
    state varchar(8) not null,
    sealed bytea not null,
    original_sealed bytea,
    written_at timestamp with time zone not null,
    released_at timestamp with time zone,
    unique (group_id, seq)
);

-- What waits in a group: locked by the packer, so that it never waits for the front door.
create table packing (
    group_id bigint primary key references groups,
    due_at timestamp with time zone
);

-- delivery -----------------------------------------------------------------------------------------------------------
-- A body is stored once for all parcels of a batch.
create table parcel_texts (
    id bigint primary key,
    sealed bytea not null,
    encoding varchar(5) not null,
    segments smallint not null
);

-- No foreign keys: each would lock a row that the front door locks too, and cost a look-up for each of the fourteen parcels
-- of a post.
create table parcels (
    id bigint primary key,
    text_id bigint not null,
    member_id bigint not null,
    group_id bigint,
    line_id bigint not null,
    kind varchar(8) not null,
    first_seq bigint,
    last_seq bigint,
    state varchar(9) not null,
    node bigint not null,
    attempts smallint not null,
    code varchar(60),
    due_at timestamp with time zone not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null
);
create index parcels_open on parcels (state, member_id);
create index parcels_group on parcels (group_id, id);

create table carrier_ids (
    account varchar(32) not null,
    carrier_id varchar(80) not null,
    parcel_id bigint not null references parcels,
    primary key (account, carrier_id)
);

-- Receipts that came before the answer to the request itself.
create table early_receipts (
    id bigint primary key,
    account varchar(32) not null,
    carrier_id varchar(80) not null,
    state varchar(9) not null,
    code varchar(60),
    at timestamp with time zone not null
);
create index early_receipts_id on early_receipts (account, carrier_id);

-- safeguarding -------------------------------------------------------------------------------------------------------
create table holds (
    id bigint primary key,
    post_id bigint not null unique references posts,
    reason varchar(12) not null,
    placed_at timestamp with time zone not null,
    decision varchar(8),
    decided_at timestamp with time zone,
    decided_by varchar(80),
    decision_reason varchar(200)
);

create table alerts (
    id bigint primary key,
    group_id bigint references groups,
    membership_id bigint references memberships,
    member_id bigint not null references members,
    source varchar(12) not null,
    source_id bigint,
    category varchar(20) not null,
    severity varchar(8) not null,
    sealed bytea not null,
    state varchar(8) not null,
    raised_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    closed_by varchar(80),
    outcome varchar(200)
);
create index alerts_open on alerts (state, raised_at);

create table crisis_cards (
    member_id bigint primary key references members,
    sent_at timestamp with time zone not null
);

-- conversation -------------------------------------------------------------------------------------------------------
-- Words between one member and the mentors.
create table private_words (
    id bigint primary key,
    group_id bigint not null references groups,
    membership_id bigint not null references memberships,
    from_mentor boolean not null,
    mentor varchar(12),
    sealed bytea not null,
    at timestamp with time zone not null
);
create index private_words_group on private_words (group_id, id);

-- ussd ---------------------------------------------------------------------------------------------------------------
create table ussd_sessions (
    id bigint primary key,
    account varchar(32) not null,
    session_id varchar(80) not null,
    member_id bigint not null references members,
    membership_id bigint not null references memberships,
    typed_sealed bytea not null,
    state varchar(400) not null,
    reply_sealed bytea not null,
    more boolean not null,
    acts varchar(400) not null,
    changed_at timestamp with time zone not null,
    unique (account, session_id, member_id)
);
create index ussd_sessions_member on ussd_sessions (member_id);
create index ussd_sessions_changed on ussd_sessions (changed_at);

-- inbound ------------------------------------------------------------------------------------------------------------
-- Every text that a carrier was told OK for.
create table texts (
    id bigint primary key,
    account varchar(32) not null,
    carrier_id varchar(80) not null,
    line_id bigint,
    member_id bigint references members,
    meaning varchar(16) not null,
    sealed bytea,
    received_at timestamp with time zone not null,
    unique (account, carrier_id)
);

-- console ------------------------------------------------------------------------------------------------------------
-- Tokens of the API. Only hashes are kept; roles are separated by commas.
create table api_tokens (
    id bigint primary key,
    hash bytea not null unique,
    name varchar(80) not null,
    roles varchar(80) not null,
    created_at timestamp with time zone not null
);
