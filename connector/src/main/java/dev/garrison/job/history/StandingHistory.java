package dev.garrison.job.history;

import dev.garrison.fleet.ServerState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Where servers stood over time. What an observation sees is laid beside what was seen last, and
 * only what differs makes a row.
 */
public final class StandingHistory {
  private static final int BATCH = 2000;

  private final HistoryDatabase database;

  public StandingHistory(HistoryDatabase database) {
    this.database = database;
  }

  /**
   * One server as it was seen.
   *
   * @param device ResourceID
   * @param system empty where its inventory names none
   */
  public record Seen(String ring, long device, String server, String system, ServerState state) {}

  /**
   * The time in which a server was in one state.
   *
   * @param until empty where it still is
   */
  public record Stay(
      String ring,
      String server,
      String system,
      String state,
      Instant since,
      Optional<Instant> until) {}

  /**
   * How many servers were in a state.
   *
   * @param at when that was seen
   */
  public record Count(Instant at, String ring, String system, String state, int servers) {}

  /** What an observation changed. */
  public record Change(int servers, int moved) {}

  /**
   * Keeps one observation.
   *
   * @param run of the job that observed
   * @param source hands each server to its consumer, each once
   */
  public Change keep(long run, Instant at, Consumer<Consumer<Seen>> source) {
    return database.change(handle -> {
      handle.execute("delete from standing_seen");
      int servers = stage(handle, source);
      int ended =
          handle
              .createUpdate(
                  """
                  update server_standing set until_time = :at
                  where until_time is null and not exists (
                    select 1 from standing_seen s
                    where s.ring = server_standing.ring and s.device = server_standing.device
                      and s.server = server_standing.server and s.os = server_standing.os
                      and s.standing = server_standing.standing)
                  """)
              .bind("at", at)
              .execute();
      int begun =
          handle
              .createUpdate(
                  """
                  insert into server_standing (ring, device, server, os, standing, since)
                  select s.ring, s.device, s.server, s.os, s.standing, :at
                  from standing_seen s where not exists (
                    select 1 from server_standing o
                    where o.until_time is null and o.ring = s.ring and o.device = s.device)
                  """)
              .bind("at", at)
              .execute();
      handle
          .createUpdate(
              """
              insert into standing_count (run, ring, os, standing, servers)
              select :run, ring, os, standing, count(*) from standing_seen
              group by ring, os, standing
              """)
          .bind("run", run)
          .execute();
      handle.execute("delete from standing_seen");
      return new Change(servers, Math.max(ended, begun));
    });
  }

  private static int stage(Handle handle, Consumer<Consumer<Seen>> source) {
    int[] servers = {0};
    try (PreparedBatch batch =
        handle.prepareBatch(
            "insert into standing_seen (ring, device, server, os, standing) values (:ring, :device, :server, :os, :standing)")) {
      source.accept(seen -> {
        batch
            .bind("ring", seen.ring())
            .bind("device", seen.device())
            .bind("server", seen.server())
            .bind("os", seen.system())
            .bind("standing", seen.state().word())
            .add();
        servers[0]++;
        if (batch.size() == BATCH) {
          batch.execute();
        }
      });
      if (batch.size() > 0) {
        batch.execute();
      }
    }
    return servers[0];
  }

  /** One server's story, the latest state first; several servers may have one name. */
  public List<Stay> of(String server, int most) {
    return database.with(handle ->
        handle
            .createQuery(
                "select * from server_standing where upper(server) = upper(:server) order by since desc, ring limit :most")
            .bind("server", server)
            .bind("most", most)
            .map((rows, _) -> stay(rows))
            .list());
  }

  private static Stay stay(ResultSet rows) throws SQLException {
    return new Stay(
        rows.getString("ring"),
        rows.getString("server"),
        rows.getString("os"),
        rows.getString("standing"),
        Times.read(rows, "since"),
        Times.readable(rows, "until_time"));
  }

  /** The counts of every observation since a time, the oldest first. */
  public List<Count> counts(Instant since) {
    return database.with(handle -> {
      List<Count> counts = new ArrayList<>();
      handle
          .createQuery(
              """
              select r.started, c.ring, c.os, c.standing, c.servers
              from standing_count c join job_run r on r.id = c.run
              where r.started >= :since order by r.id, c.ring, c.os, c.standing
              """)
          .bind("since", since)
          .map((rows, _) ->
              new Count(
                  Times.read(rows, "started"),
                  rows.getString("ring"),
                  rows.getString("os"),
                  rows.getString("standing"),
                  rows.getInt("servers")))
          .forEach(counts::add);
      return counts;
    });
  }

  /**
   * Forgets states that ended before a time.
   *
   * @return how many
   */
  public int forget(Instant before) {
    return database.with(handle ->
        handle
            .createUpdate("delete from server_standing where until_time < :before")
            .bind("before", before)
            .execute());
  }
}
