package dev.garrison.history;

import dev.garrison.fleet.ServerState;
import dev.garrison.job.JobOutcome;
import dev.garrison.manifest.job.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Where servers stood over time. What an observation sees is laid beside what was seen last, and
 * only what differs makes a row.
 */
public final class StandingHistory {
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
   * Keeps one observation. Where servers stood is held in memory meanwhile, some 200 bytes for
   * each; only what moved is written, for the file does not shrink while the service runs.
   *
   * @param run of the job that observed
   * @param source hands each server to its consumer, each once
   */
  public Change keep(long run, Instant at, Consumer<Consumer<Seen>> source) {
    return database.change(handle -> new Observation(handle, run, at).keep(source));
  }

  /** One server's story, the latest state first; several servers may have one name. */
  public List<Stay> of(String server, int most) {
    return database.with(handle ->
        handle
            .createQuery(
                "select * from server_standing where name_key = upper(:server) order by since desc, ring limit :most")
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

  /**
   * Which of these are names of servers that were seen.
   *
   * @param words in capitals
   */
  public Set<String> known(Collection<String> words) {
    return words.isEmpty()
        ? Set.of()
        : Set.copyOf(
            database.with(handle ->
                handle
                    .createQuery(
                        "select distinct name_key from server_standing where name_key in (<words>)")
                    .bindList("words", List.copyOf(words))
                    .mapTo(String.class)
                    .list()));
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
          .map((rows, _) -> count(rows))
          .forEach(counts::add);
      return counts;
    });
  }

  /**
   * The counts of the last observation of each day since a time, the oldest first.
   *
   * @param zone in which days begin and end
   */
  public List<Count> daily(Instant since, ZoneId zone) {
    return database.with(handle -> {
      Map<LocalDate, Long> last = new TreeMap<>();
      handle
          .createQuery(
              "select id, started from job_run where job = :job and outcome in (:done, :findings) and started >= :since order by id")
          .bind("job", JobKind.STATUS.word())
          .bind("done", JobOutcome.DONE.word())
          .bind("findings", JobOutcome.FINDINGS.word())
          .bind("since", since)
          .map((rows, _) ->
              last.put(LocalDate.ofInstant(Times.read(rows, "started"), zone), rows.getLong("id")))
          .list();
      return last.isEmpty() ? List.of() : of(handle, last.values());
    });
  }

  /** The counts of some runs, of one at least. */
  static List<Count> of(HistoryDatabase database, Collection<Long> runs) {
    return database.with(handle -> of(handle, runs));
  }

  private static List<Count> of(Handle handle, Collection<Long> runs) {
    return handle
        .createQuery(
            """
            select r.started, c.ring, c.os, c.standing, c.servers
            from standing_count c join job_run r on r.id = c.run
            where c.run in (<runs>) order by r.id, c.ring, c.os, c.standing
            """)
        .bindList("runs", runs)
        .map((rows, _) -> count(rows))
        .list();
  }

  private static Count count(ResultSet rows) throws SQLException {
    return new Count(
        Times.read(rows, "started"),
        rows.getString("ring"),
        rows.getString("os"),
        rows.getString("standing"),
        rows.getInt("servers"));
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
