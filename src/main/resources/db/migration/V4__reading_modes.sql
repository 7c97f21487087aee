-- What it is worth in an adaptive group that a copy of a post is not late; null before the first.
alter table packing add column late_price double precision;

-- The hours of the day at which a member wants a digest, separated by commas; without a row, the service's.
create table digests (
    membership_id bigint primary key references memberships on delete cascade,
    hours varchar(40) not null
);

-- The last time that somebody who reads by USSD was told of new posts, and up to which number.
create table nudges (
    membership_id bigint primary key references memberships on delete cascade,
    told_seq bigint not null,
    told_at timestamp with time zone not null
);
