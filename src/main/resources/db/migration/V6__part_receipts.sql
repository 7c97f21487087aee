-- Parcels that a carrier took in several parts, each with an id and a receipt of its own.
create table parcel_parts (
    parcel_id bigint not null,
    carrier_id varchar(80) not null,
    delivered boolean not null,
    primary key (parcel_id, carrier_id)
);
