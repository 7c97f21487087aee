-- console ------------------------------------------------------------------------------------------------------------
-- Whose a token is: somebody who signs in, or one of the staff who does not; a program's is neither. scopes are what it is for,
-- empty for all that its roles allow; it works through its last day.
alter table api_tokens add column user_id bigint references users;
alter table api_tokens add column staff_id bigint references staff;
alter table api_tokens add column scopes varchar(500) default '' not null;
alter table api_tokens add column last_day date;
alter table api_tokens add column used_on date;
