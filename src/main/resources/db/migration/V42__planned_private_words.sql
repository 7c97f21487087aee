-- conversation -------------------------------------------------------------------------------------------------------
-- Words to one member that were planned earlier: they answer nothing that the member has written since.
alter table private_words add column planned boolean default false not null;
