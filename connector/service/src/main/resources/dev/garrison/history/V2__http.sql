-- Only the digest of a token is kept.
create table access_token (
  name varchar(63) not null primary key,
  role varchar(20) not null,
  digest varchar(64) not null unique,
  created timestamp with time zone not null,
  created_by varchar(300) not null,
  expires timestamp with time zone not null,
  last_used date,
  revoked timestamp with time zone,
  revoked_by varchar(300)
);

-- By which servers are found and ordered: their names in capitals.
alter table server_standing add column name_key varchar(255) default '' not null;
update server_standing set name_key = upper(server);
drop index server_standing_of_server;
drop index server_standing_open;
create index server_standing_of_server on server_standing (name_key, since);
create index server_standing_by_name on server_standing (until_time, name_key, ring, device);
create index server_standing_by_ring on server_standing (until_time, ring, name_key, device);
create index server_standing_by_state on server_standing (until_time, standing, name_key, ring, device);
