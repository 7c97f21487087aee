-- safeguarding -------------------------------------------------------------------------------------------------------
-- What screening found in a post, where it found anything: mentors see it beside the post.
create table post_tags (
    post_id bigint primary key references posts,
    severity varchar(8) not null,
    category varchar(20) not null
);
