-- What carriers say our texts and sessions cost. Entries are added and never changed: where a carrier corrects itself, the
-- difference is an entry of its own, and the sum is what it charges.
create table charges (
    id bigint primary key,
    account varchar(32) not null,
    parcel_id bigint,
    ussd_session varchar(80),
    amount numeric(18, 6) not null,
    currency varchar(3) not null,
    segments smallint,
    source varchar(8) not null,
    at timestamp with time zone not null
);
create index charges_parcel on charges (parcel_id);

-- Parcels whose charge the carrier tells only when it is asked, and when it is asked next.
create table charge_requests (
    parcel_id bigint primary key,
    asked smallint not null,
    ask_at timestamp with time zone not null
);
create index charge_requests_due on charge_requests (ask_at);

create index carrier_ids_parcel on carrier_ids (parcel_id);

-- What was done to find out what became of parcels whose answer was lost: the evidence for a person.
create table inquiries (
    parcel_id bigint primary key,
    asked integer not null,
    asked_at timestamp with time zone not null,
    ask_at timestamp with time zone,
    answer varchar(20) not null
);

-- What a person decided on a parcel of unknown fate.
create table resolutions (
    id bigint primary key,
    parcel_id bigint not null,
    outcome varchar(8) not null,
    decided_by varchar(80) not null,
    reason varchar(200) not null,
    at timestamp with time zone not null
);
