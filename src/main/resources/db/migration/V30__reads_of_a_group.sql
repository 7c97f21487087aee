-- group --------------------------------------------------------------------------------------------------------------
-- A study reads what each of its groups read by dialling in its time.
create index dialled_reads_group on dialled_reads (group_id, at);
