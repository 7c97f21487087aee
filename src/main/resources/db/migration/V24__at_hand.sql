-- console ------------------------------------------------------------------------------------------------------------
-- What a user of the console has at hand. Up to which post they have read each group.
create table read_marks (
    user_id bigint not null references users,
    group_id bigint not null references groups,
    seq bigint not null,
    primary key (user_id, group_id)
);

-- What they have begun to write; place says where: group-12, or place-34 for private words.
create table drafts (
    user_id bigint not null references users,
    place varchar(40) not null,
    sealed bytea not null,
    changed_at timestamp with time zone not null,
    primary key (user_id, place)
);

-- Words that they keep to use again.
create table own_replies (
    id bigint primary key,
    user_id bigint not null references users,
    title varchar(40) not null,
    sealed bytea not null,
    made_at timestamp with time zone not null
);
create index own_replies_user on own_replies (user_id);

-- Who is writing in a group just now; counts until a time soon.
create table answering (
    user_id bigint not null references users,
    group_id bigint not null references groups,
    until timestamp with time zone not null,
    primary key (user_id, group_id)
);
create index answering_group on answering (group_id);
