-- conversation -------------------------------------------------------------------------------------------------------
-- Up to which words of somebody a mentor has said that they need no answer.
create table settled_words (
    membership_id bigint primary key references memberships,
    words_id bigint not null,
    settled_by varchar(80) not null,
    settled_at timestamp with time zone not null
);
-- Of each person the last words of mentors, and what came after them; of a group what was written in some time.
create index private_words_place on private_words (membership_id, from_mentor, id);
create index private_words_at on private_words (group_id, at);

-- console ------------------------------------------------------------------------------------------------------------
-- Up to which private words each user has read a group. What was there before counts as read.
alter table read_marks add column words_id bigint default 0 not null;
update read_marks set words_id =
    coalesce((select max(w.id) from private_words w where w.group_id = read_marks.group_id), 0);
