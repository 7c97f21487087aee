-- programme ----------------------------------------------------------------------------------------------------------
-- How long a group is together. template: the file that its closing words come from, empty for the usual ones. From closing_at
-- on it is closing; farewell_at says when its last message went out. At ends_at it is closed. A group without a row, or
-- without an end, goes on until somebody closes it.
create table group_terms (
    group_id bigint primary key references groups,
    template varchar(40) not null,
    closing_days smallint not null,
    closing_at timestamp with time zone,
    ends_at timestamp with time zone,
    farewell_at timestamp with time zone
);
create index group_terms_closing on group_terms (closing_at);
