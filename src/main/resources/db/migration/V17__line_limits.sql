-- What a line carries and changes where that differs from its account and the settings.
alter table lines add column most_segments integer;
alter table lines add column respelling varchar(12);
