-- What the sensor's updates looked like on the update servers when a run looked last.
create table update_look (
  run bigint not null primary key references job_run (id) on delete cascade,
  body text not null
);
