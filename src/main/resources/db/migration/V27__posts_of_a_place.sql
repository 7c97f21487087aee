-- group --------------------------------------------------------------------------------------------------------------
-- What somebody has written: who waits for an answer, who is silent, how somebody takes part.
create index posts_membership on posts (membership_id, written_at);
