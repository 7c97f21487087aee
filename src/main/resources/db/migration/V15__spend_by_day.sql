-- spend --------------------------------------------------------------------------------------------------------------
-- What the parcels of a day that is over come to, worked out of the ledger; made anew when a charge or a correction comes
-- later. One row for each item of each dimension (member, network, line, kind, cause) and each currency; the row with the
-- currency '' has the counts. group_id is 0 for what belongs to no group, item '' for what is not known.
create table spend_days (
    on_day date not null,
    group_id bigint not null,
    dimension varchar(8) not null,
    item varchar(40) not null,
    currency varchar(3) not null,
    parcels integer not null,
    segments integer not null,
    naive_segments integer not null,
    unpriced integer not null,
    expected numeric(24, 6) not null,
    charged numeric(24, 6) not null,
    naive numeric(24, 6) not null,
    primary key (on_day, group_id, dimension, item, currency)
);

-- The days before until_day are in spend_days; what was entered before looked_at was seen. One row.
create table spend_days_made (
    id integer primary key,
    until_day date,
    looked_at timestamp with time zone
);
insert into spend_days_made (id) values (1);

-- Carriers' invoices. confirmed_at is null until a person has confirmed what is to be entered.
create table invoices (
    id bigint primary key,
    account varchar(32) not null,
    number varchar(60) not null,
    form varchar(20) not null,
    imported_at timestamp with time zone not null,
    confirmed_at timestamp with time zone,
    confirmed_by varchar(80),
    unique (account, number)
);

create table invoice_rows (
    invoice_id bigint not null references invoices,
    row_number integer not null,
    carrier_id varchar(80) not null,
    on_day date,
    amount numeric(18, 6) not null,
    currency varchar(3) not null,
    segments smallint,
    prefix varchar(15),
    parcel_id bigint,
    primary key (invoice_id, row_number)
);
