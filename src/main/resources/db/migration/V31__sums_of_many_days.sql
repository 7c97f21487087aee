-- spend --------------------------------------------------------------------------------------------------------------
-- As spend_days before it, and the sums of 2, 4, 8, 16, 32 and 64 days that are over, which begin at a multiple of so many days
-- since 1970: whatever period somebody asks for is made of few of them. The columns of the key stand in the order in which they
-- are asked for.
create table spend_sums (
    dimension varchar(8) not null,
    days smallint not null,
    first_day date not null,
    group_id bigint not null,
    item varchar(40) not null,
    currency varchar(3) not null,
    parcels integer not null,
    segments integer not null,
    naive_segments integer not null,
    unpriced integer not null,
    expected numeric(24, 6) not null,
    charged numeric(24, 6) not null,
    naive numeric(24, 6) not null,
    primary key (dimension, days, first_day, group_id, item, currency)
);
insert into spend_sums (dimension, days, first_day, group_id, item, currency, parcels, segments, naive_segments, unpriced,
        expected, charged, naive)
    select dimension, 1, on_day, group_id, item, currency, parcels, segments, naive_segments, unpriced, expected, charged, naive
    from spend_days order by on_day, dimension, group_id;
drop table spend_days;

insert into spend_sums (dimension, days, first_day, group_id, item, currency, parcels, segments, naive_segments, unpriced,
        expected, charged, naive)
    select d.dimension, 2, d.begins, d.group_id, d.item, d.currency, sum(d.parcels), sum(d.segments),
        sum(d.naive_segments), sum(d.unpriced), sum(d.expected), sum(d.charged), sum(d.naive)
    from (select s.*, date '1970-01-01' + cast(floor(extract(epoch from s.first_day) / 86400 / 2) as integer) * 2 as begins
        from spend_sums s where s.days = 1) d
    where d.begins + 2 <= (select until_day from spend_days_made where id = 1)
    group by d.dimension, d.begins, d.group_id, d.item, d.currency;

insert into spend_sums (dimension, days, first_day, group_id, item, currency, parcels, segments, naive_segments, unpriced,
        expected, charged, naive)
    select d.dimension, 4, d.begins, d.group_id, d.item, d.currency, sum(d.parcels), sum(d.segments),
        sum(d.naive_segments), sum(d.unpriced), sum(d.expected), sum(d.charged), sum(d.naive)
    from (select s.*, date '1970-01-01' + cast(floor(extract(epoch from s.first_day) / 86400 / 4) as integer) * 4 as begins
        from spend_sums s where s.days = 2) d
    where d.begins + 4 <= (select until_day from spend_days_made where id = 1)
    group by d.dimension, d.begins, d.group_id, d.item, d.currency;

insert into spend_sums (dimension, days, first_day, group_id, item, currency, parcels, segments, naive_segments, unpriced,
        expected, charged, naive)
    select d.dimension, 8, d.begins, d.group_id, d.item, d.currency, sum(d.parcels), sum(d.segments),
        sum(d.naive_segments), sum(d.unpriced), sum(d.expected), sum(d.charged), sum(d.naive)
    from (select s.*, date '1970-01-01' + cast(floor(extract(epoch from s.first_day) / 86400 / 8) as integer) * 8 as begins
        from spend_sums s where s.days = 4) d
    where d.begins + 8 <= (select until_day from spend_days_made where id = 1)
    group by d.dimension, d.begins, d.group_id, d.item, d.currency;

insert into spend_sums (dimension, days, first_day, group_id, item, currency, parcels, segments, naive_segments, unpriced,
        expected, charged, naive)
    select d.dimension, 16, d.begins, d.group_id, d.item, d.currency, sum(d.parcels), sum(d.segments),
        sum(d.naive_segments), sum(d.unpriced), sum(d.expected), sum(d.charged), sum(d.naive)
    from (select s.*, date '1970-01-01' + cast(floor(extract(epoch from s.first_day) / 86400 / 16) as integer) * 16 as begins
        from spend_sums s where s.days = 8) d
    where d.begins + 16 <= (select until_day from spend_days_made where id = 1)
    group by d.dimension, d.begins, d.group_id, d.item, d.currency;

insert into spend_sums (dimension, days, first_day, group_id, item, currency, parcels, segments, naive_segments, unpriced,
        expected, charged, naive)
    select d.dimension, 32, d.begins, d.group_id, d.item, d.currency, sum(d.parcels), sum(d.segments),
        sum(d.naive_segments), sum(d.unpriced), sum(d.expected), sum(d.charged), sum(d.naive)
    from (select s.*, date '1970-01-01' + cast(floor(extract(epoch from s.first_day) / 86400 / 32) as integer) * 32 as begins
        from spend_sums s where s.days = 16) d
    where d.begins + 32 <= (select until_day from spend_days_made where id = 1)
    group by d.dimension, d.begins, d.group_id, d.item, d.currency;

insert into spend_sums (dimension, days, first_day, group_id, item, currency, parcels, segments, naive_segments, unpriced,
        expected, charged, naive)
    select d.dimension, 64, d.begins, d.group_id, d.item, d.currency, sum(d.parcels), sum(d.segments),
        sum(d.naive_segments), sum(d.unpriced), sum(d.expected), sum(d.charged), sum(d.naive)
    from (select s.*, date '1970-01-01' + cast(floor(extract(epoch from s.first_day) / 86400 / 64) as integer) * 64 as begins
        from spend_sums s where s.days = 32) d
    where d.begins + 64 <= (select until_day from spend_days_made where id = 1)
    group by d.dimension, d.begins, d.group_id, d.item, d.currency;

-- programme ----------------------------------------------------------------------------------------------------------
-- How many took part in each week of a group, which begins on a Monday; made of engagement_days, with them. Mentors are not
-- counted.
create table engagement_weeks (
    monday date not null,
    group_id bigint not null,
    posters integer not null,
    by_text integer not null,
    by_dial integer not null,
    took_part integer not null,
    posts integer not null,
    primary key (monday, group_id)
);
insert into engagement_weeks (monday, group_id, posters, by_text, by_dial, took_part, posts)
    select d.monday, d.group_id, count(distinct case when d.posts > 0 then d.place_id end),
        count(distinct case when d.texts > 0 then d.place_id end), count(distinct case when d.dials > 0 then d.place_id end),
        count(distinct d.place_id), sum(d.posts)
    from (select e.*, e.on_day - cast(extract(isodow from e.on_day) as integer) + 1 as monday
        from engagement_days e join memberships m on m.id = e.place_id and m.role = 'MEMBER') d
    group by d.monday, d.group_id;
