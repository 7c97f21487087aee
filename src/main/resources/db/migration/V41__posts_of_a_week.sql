-- group --------------------------------------------------------------------------------------------------------------
-- How many posts a group had lately: counted from the index alone, for each group by itself.
create index posts_group_written on posts (group_id, written_at, seq);
