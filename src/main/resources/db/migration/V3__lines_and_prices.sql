-- member -------------------------------------------------------------------------------------------------------------
-- The network that staff say a number is at (MCC and MNC); null to go by the prefix.
alter table members add column network varchar(6);

-- gateway ------------------------------------------------------------------------------------------------------------
-- What a line reaches: countries and networks, with spaces between them; null for everywhere.
alter table lines add column reaches varchar(400);

-- The lines that a group writes from besides its own.
create table group_lines (
    group_id bigint not null references groups,
    line_id bigint not null references lines,
    created_at timestamp with time zone not null,
    primary key (group_id, line_id)
);

-- What a segment costs; only added to. Of rows for the same line and numbers, the one with the latest valid_from counts,
-- and of these the last one written. network and prefix are both null for the rest of a country.
create table prices (
    id bigint primary key,
    line_id bigint not null references lines,
    country varchar(2) not null,
    network varchar(6),
    prefix varchar(15),
    price numeric(18, 6) not null,
    currency varchar(3) not null,
    valid_from date not null,
    source varchar(200) not null,
    imported_at timestamp with time zone not null
);
create index prices_line on prices (line_id);

-- group --------------------------------------------------------------------------------------------------------------
-- Who is written from a line that is down.
create index memberships_line on memberships (line_id);
