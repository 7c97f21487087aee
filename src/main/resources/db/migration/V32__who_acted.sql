-- member -------------------------------------------------------------------------------------------------------------
-- Names tell who acts. Of those that two people have, and of those that are kept for the service, the later one gets its id.
update staff set name = substring(name from 1 for 20) || ' ' || cast(id as varchar)
 where lower(name) in ('service', 'a member', 'dariro_api_token')
    or exists (select 1 from staff o where lower(o.name) = lower(staff.name) and o.id < staff.id);
update users set name = (select s.name from staff s where s.id = users.staff_id)
 where exists (select 1 from staff s where s.id = users.staff_id
               and s.name = substring(users.name from 1 for 20) || ' ' || cast(s.id as varchar));

-- A time zone that people can choose again.
update staff set zone = 'UTC' where zone = 'Z';

-- safeguarding -------------------------------------------------------------------------------------------------------
-- Who has an alert, and who closed it as the first of two, by id: names change. Null for whoever is not of the staff.
alter table alerts add column claimed_staff bigint references staff;
alter table alerts add column proposed_staff bigint references staff;
update alerts set claimed_staff = (select min(s.id) from staff s where lower(s.name) = lower(alerts.claimed_by))
 where claimed_by is not null and state <> 'CLOSED';
update alerts set proposed_staff = (select min(s.id) from staff s where lower(s.name) = lower(alerts.proposed_by))
 where proposed_by is not null and state <> 'CLOSED';
