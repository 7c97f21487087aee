-- group --------------------------------------------------------------------------------------------------------------
-- Private words that a plain text of this person would answer: when either last wrote, when the person was told that only the
-- mentors get the answer, and which words they were asked about.
alter table memberships add column apart_at timestamp with time zone;
alter table memberships add column apart_told_at timestamp with time zone;
alter table memberships add column apart_words bigint;
