-- safeguarding -------------------------------------------------------------------------------------------------------
-- The alerts on one person; what waits for a mentor, the oldest first; crisis cards of late, which may have failed.
create index alerts_member on alerts (member_id);
create index holds_waiting on holds (decision, placed_at);
create index crisis_cards_sent on crisis_cards (sent_at);

-- member -------------------------------------------------------------------------------------------------------------
-- Whoever is of the staff no more gives up the number, which somebody else may have, or the same person again.
update staff set member_id = null where ended_at is not null;
-- Names tell who did what: alerts are claimed by them, and no name is used again.
create index staff_name on staff (name);
