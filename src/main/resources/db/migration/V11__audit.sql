-- What was decided, seen and done, and by whom; without texts and numbers. Rows are only added. mac is a keyed hash of the row
-- itself, written with it. Soon after, one node at a time gives rows their place: seq, and link, a keyed hash of mac and of the
-- link before. Both are written once.
create table audit (
    id bigint primary key,
    at timestamp with time zone not null,
    actor varchar(80) not null,
    action varchar(40) not null,
    subjects varchar(200) not null,
    details varchar(4000) not null,
    mac bytea not null,
    seq bigint,
    link bytea
);
create unique index audit_seq on audit (seq);

-- The last link, in one row; who gives places holds its lock.
create table audit_head (
    id integer primary key,
    seq bigint not null,
    link bytea not null
);
insert into audit_head (id, seq, link) values (1, 0, '');
