-- What protects each server, as the job 'status' saw it last. Nothing is kept of earlier looks.
create table server_antivirus (
  ring varchar(255) not null,
  device bigint not null,
  server varchar(255) not null,
  -- 0, 1, 2: in danger, the worst first; 3: not known; 4: the others.
  urgency int not null,
  -- Place in the order of pages: the urgency, then the name in capitals.
  place varchar(256) not null,
  protector varchar(40) not null,
  digest varchar(64) not null,
  facts text not null,
  primary key (ring, device)
);
create index server_antivirus_by_place on server_antivirus (place, ring, device);
create index server_antivirus_by_ring on server_antivirus (ring, place, device);
create index server_antivirus_by_protector on server_antivirus (protector, place, ring, device);

create table antivirus_look (
  run bigint not null primary key,
  body text not null
);
