-- member -------------------------------------------------------------------------------------------------------------
-- STOP holds for a number though nothing else is kept of whoever had it: only its keyed hash, until that number texts again.
create table kept_stops (
    number_hash bytea primary key,
    stopped_at timestamp with time zone not null
);

-- conversation -------------------------------------------------------------------------------------------------------
-- Who sent somebody to us, by a code that the programme gives out.
create table referrals (
    membership_id bigint primary key references memberships,
    code varchar(20) not null
);
create index referrals_code on referrals (code);

-- Who agreed for a minor. The name and how it came about are sealed with the key of the minor.
create table guardians (
    membership_id bigint primary key references memberships,
    name_sealed bytea not null,
    relation varchar(40) not null,
    note_sealed bytea not null,
    noted_by varchar(80) not null,
    noted_at timestamp with time zone not null
);

-- What staff note of a member for each other; only added to. Sealed with the key of the member, or the service's for a mentor
-- without a phone.
create table staff_notes (
    id bigint primary key,
    membership_id bigint not null references memberships,
    sealed bytea not null,
    noted_by varchar(80) not null,
    noted_at timestamp with time zone not null
);
create index staff_notes_membership on staff_notes (membership_id, id);

-- programme ----------------------------------------------------------------------------------------------------------
-- Who was erased. Words that others still wait for are taken out of what went out when that is over; done_at says when all were.
create table erasures (
    member_id bigint primary key references members,
    erased_at timestamp with time zone not null,
    done_at timestamp with time zone
);
