-- The cause with which each state began; empty in rows of earlier versions.
alter table server_standing add column why varchar(1000) default '' not null;

-- What the site reported of each server when the job 'status' read it last. Nothing is kept of earlier reads.
create table server_report (
  ring varchar(255) not null,
  device bigint not null,
  digest varchar(64) not null,
  body text not null,
  primary key (ring, device)
);
