-- spend --------------------------------------------------------------------------------------------------------------
-- What happened of late, in all budgets: the day's page shows it.
create index budget_events_at on budget_events (at);
