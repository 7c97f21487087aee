-- safeguarding -------------------------------------------------------------------------------------------------------
-- Whether what was sent last was no crisis card, but the country's contacts in plain words while screening was down.
alter table crisis_cards add column plain boolean default false not null;
