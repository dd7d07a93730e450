-- Two more orders of the list of servers.
create index server_standing_by_system on server_standing (until_time, os, name_key, ring, device);
create index server_standing_by_since on server_standing (until_time, since, name_key, ring, device);
