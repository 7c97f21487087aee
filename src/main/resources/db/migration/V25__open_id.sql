-- console ------------------------------------------------------------------------------------------------------------
-- Browsers that came back from a provider of OpenID Connect: each may once, and after a while its state is too old anyway.
create table open_id_returns (
    state_hash bytea primary key,
    ends_at timestamp with time zone not null
);
create index open_id_returns_ends on open_id_returns (ends_at);
