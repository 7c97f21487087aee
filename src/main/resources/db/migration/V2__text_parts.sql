-- Parts of texts that a carrier hands over unjoined. Kept sealed until the whole is taken; a day longer without their words,
-- so that a part which the carrier repeats is known. whole_id is the id of the first part that came.
create table text_parts (
    id bigint primary key,
    whole_id bigint not null,
    account varchar(32) not null,
    whole_hash bytea not null,
    total smallint not null,
    number smallint not null,
    part_hash bytea not null,
    sealed bytea,
    received_at timestamp with time zone not null,
    taken_at timestamp with time zone,
    unique (whole_id, number)
);
create index text_parts_whole on text_parts (account, whole_hash);
create index text_parts_taken on text_parts (taken_at);
