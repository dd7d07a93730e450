package dev.garrison.history;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import dev.garrison.history.change.HistoryPart;
import dev.garrison.history.row.ColumnText;
import dev.garrison.job.JobOutcome;
import dev.garrison.manifest.job.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * States of the servers over time. Each observation is compared with the previous one, and only
 * differences are stored.
 */
public final class StandingHistory {
  private final HistoryDatabase database;

  public StandingHistory(HistoryDatabase database) {
    this.database = database;
  }

  /**
   * One server as it was observed.
   *
   * @param device ResourceID
   * @param system empty where its inventory names none
   * @param why cause of the state; empty where none is known or needed
   * @param mode running mode of Microsoft Defender Antivirus; empty where it is not known
   */
  public record Seen(
      String ring,
      long device,
      String server,
      String system,
      ServerState state,
      String why,
      String mode,
      Optional<Contact> contact) {
    /** Creates an observation without a cause. */
    public Seen(String ring, long device, String server, String system, ServerState state) {
      this(ring, device, server, system, state, "");
    }

    /** Creates an observation without antivirus and contact. */
    public Seen(
        String ring, long device, String server, String system, ServerState state, String why) {
      this(ring, device, server, system, state, why, "", Optional.empty());
    }
  }

  /**
   * Last contact of a server that the site reports.
   *
   * @param at to the second
   * @param by its source
   */
  public record Contact(Instant at, Source by) {
    /** Stored in place of the time where none is known. */
    static final Instant NEVER = Instant.EPOCH;

    public Contact {
      at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Source of a contact. */
    public enum Source implements Worded {
      /** The client, which sent its hardware inventory. */
      CLIENT,
      /** The sensor, which connected to its cloud service or answered a question. */
      SENSOR
    }

    static Optional<Contact> read(ResultSet rows) throws SQLException {
      Instant at = Times.read(rows, "contact");
      return at.equals(NEVER)
          ? Optional.empty()
          : Optional.of(
              new Contact(at, Worded.required(Source.class, rows.getString("contact_by"))));
    }
  }

  /**
   * A period in which a server was in one state.
   *
   * @param until empty where the server is still in this state
   * @param why last known cause of the state; empty where none is known
   */
  public record Stay(
      String ring,
      String server,
      String system,
      String state,
      Instant since,
      Optional<Instant> until,
      String why) {
    /** Creates a period without a cause. */
    public Stay(
        String ring,
        String server,
        String system,
        String state,
        Instant since,
        Optional<Instant> until) {
      this(ring, server, system, state, since, until, "");
    }
  }

  /**
   * Number of servers in one state at one time.
   *
   * @param at time of the observation
   */
  public record Count(Instant at, String ring, String system, String state, int servers) {}

  /**
   * A server whose state changed in an observation.
   *
   * @param before empty where the server was not in the ring before
   * @param now empty where the server is no longer in the ring
   */
  public record Move(String server, String ring, Optional<String> before, Optional<String> now) {}

  /**
   * Numbers of servers in an observation.
   *
   * @param moved whose state changed
   * @param shortened whose name is stored in a shortened form
   */
  public record Change(int servers, int moved, int shortened) {
    /** Creates a change without shortened names. */
    public Change(int servers, int moved) {
      this(servers, moved, 0);
    }
  }

  /**
   * Stores one observation. The previous states are held in memory meanwhile, about 300 bytes for
   * each server. Only changes are written, because the file does not shrink while the service runs.
   *
   * @param run of the job that observed
   * @param source passes each server to its consumer exactly once
   */
  public Change keep(long run, Instant at, Consumer<Consumer<Seen>> source) {
    return database.change(
        EnumSet.of(HistoryPart.STATUS), handle -> new Observation(handle, run, at).keep(source));
  }

  /** History of one server, the latest state first; several servers may have one name. */
  public List<Stay> of(String server, int most) {
    return database.with(handle ->
        handle
            .createQuery(
                "select * from server_standing where name_key = upper(:server) order by since desc, ring limit :most")
            .bind("server", ColumnText.fit(server, ColumnText.NAME))
            .bind("most", most)
            .map((rows, _) -> stay(rows))
            .list());
  }

  /**
   * Servers whose state changed in the observations of a period, by name. Rows are found by the
   * time at which they ended, which an index has.
   *
   * @param skipped number of servers before these
   */
  public List<Move> moves(Instant from, Instant to, int skipped, int most) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select c.server, c.ring, c.standing, b.standing as before_it from (
                  select ring, device, server, name_key, standing, since as at_time from server_standing
                    where until_time is null and since between :from and :to
                  union all
                  select ring, device, server, name_key, standing, since from server_standing
                    where until_time > :from and since between :from and :to
                  union all
                  select ring, device, server, name_key, null, until_time from server_standing g
                    where until_time between :from and :to and not exists (
                      select 1 from server_standing n
                      where n.ring = g.ring and n.device = g.device and n.since = g.until_time)
                ) c left join server_standing b
                  on b.ring = c.ring and b.device = c.device and b.until_time = c.at_time
                order by c.name_key, c.ring, c.device limit :most offset :skipped
                """)
            .bind("from", from)
            .bind("to", to)
            .bind("skipped", skipped)
            .bind("most", most)
            .map((rows, _) ->
                new Move(
                    rows.getString("server"),
                    rows.getString("ring"),
                    Optional.ofNullable(rows.getString("before_it")),
                    Optional.ofNullable(rows.getString("standing"))))
            .list());
  }

  private static Stay stay(ResultSet rows) throws SQLException {
    return new Stay(
        rows.getString("ring"),
        rows.getString("server"),
        rows.getString("os"),
        rows.getString("standing"),
        Times.read(rows, "since"),
        Times.readable(rows, "until_time"),
        rows.getString("why"));
  }

  /**
   * Those of these words that are names of known servers.
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

  /** The counts of every observation since a time, oldest first. */
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
   * The counts of the last observation of each day since a time, oldest first.
   *
   * @param zone in which days begin and end
   */
  public List<Count> daily(Instant since, ZoneId zone) {
    return database.with(handle -> {
      SortedMap<LocalDate, Long> last = lastRuns(handle, since, zone);
      return last.isEmpty() ? List.of() : of(handle, last.values());
    });
  }

  /**
   * The last observation of each day since a time.
   *
   * @param zone in which days begin and end
   */
  public SortedMap<LocalDate, Long> lastRuns(Instant since, ZoneId zone) {
    return database.with(handle -> lastRuns(handle, since, zone));
  }

  private static SortedMap<LocalDate, Long> lastRuns(Handle handle, Instant since, ZoneId zone) {
    SortedMap<LocalDate, Long> last = new TreeMap<>();
    handle
        .createQuery(
            "select id, started from job_run where job = :job and outcome in (:done, :findings) and started >= :since order by id")
        .bind("job", JobKind.STATUS.word())
        .bind("done", JobOutcome.DONE.word())
        .bind("findings", JobOutcome.FINDINGS.word())
        .bind("since", since)
        .map((rows, _) ->
            Map.entry(LocalDate.ofInstant(Times.read(rows, "started"), zone), rows.getLong("id")))
        .forEach(run -> last.put(run.getKey(), run.getValue()));
    return last;
  }

  /** The counts of the given runs, at least one. */
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
   * Deletes states that ended before a time.
   *
   * @return number of deleted states
   */
  public int forget(Instant before) {
    return database.with(handle ->
        handle
            .createUpdate("delete from server_standing where until_time < :before")
            .bind("before", before)
            .execute());
  }
}
