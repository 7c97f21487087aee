-- safeguarding -------------------------------------------------------------------------------------------------------
-- Up to which private words an alert was read by whoever closed it; null where they did not say.
alter table alerts add column words_seen bigint;
