-- Whether the budgets of the group have paid for a correction already, as it was written: they do not count it again.
alter table corrections add column paid boolean not null default false;
