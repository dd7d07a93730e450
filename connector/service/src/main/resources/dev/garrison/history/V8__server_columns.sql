-- More columns of the list of servers, as the job 'status' saw them last: the running mode of
-- Microsoft Defender Antivirus (empty: not known), and the last contact (1970: not known) with its
-- source, the client or the sensor.
alter table server_standing add column antivirus_mode varchar(40) default '' not null;
alter table server_standing add column contact timestamp with time zone default timestamp with time zone '1970-01-01 00:00:00+00:00' not null;
alter table server_standing add column contact_by varchar(20) default '' not null;

-- A server that is onboarded needs no cause.
update server_standing set why = '' where standing = 'onboarded';

create index server_standing_by_why on server_standing (until_time, why, name_key, ring, device);
create index server_standing_by_mode on server_standing (until_time, antivirus_mode, name_key, ring, device);
create index server_standing_by_contact on server_standing (until_time, contact, name_key, ring, device);
