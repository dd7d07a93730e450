package dev.garrison.history;

import dev.garrison.history.StandingHistory.Count;
import dev.garrison.job.JobOutcome;
import dev.garrison.manifest.job.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** States of the servers at the last observation, a page at a time. */
public final class StandingPages {
  private final HistoryDatabase database;

  StandingPages(HistoryDatabase database) {
    this.database = database;
  }

  /**
   * Filters and limits of a page of servers.
   *
   * @param prefix beginning of the names, in upper or lower case
   * @param after the last place of the previous page
   */
  public record Wish(
      Optional<String> prefix,
      Optional<String> ring,
      Optional<String> state,
      Optional<Place> after,
      int most) {}

  /** A place in the order of names. */
  public record Place(String key, String ring, long device) {}

  /** A server, and its place in the order of names. */
  public record Row(
      String name, String ring, String system, String state, Instant since, Place place) {}

  /**
   * A successful observation of all servers.
   *
   * @param run the run that observed
   */
  public record Look(long run, Instant at) {}

  /** The last successful observation. */
  public Optional<Look> look() {
    return database.with(handle ->
        handle
            .createQuery(
                "select id, started from job_run where job = :job and outcome in (:done, :findings) order by id desc limit 1")
            .bind("job", JobKind.STATUS.word())
            .bind("done", JobOutcome.DONE.word())
            .bind("findings", JobOutcome.FINDINGS.word())
            .map((rows, _) -> new Look(rows.getLong("id"), Times.read(rows, "started")))
            .findOne());
  }

  /** Time of the last successful observation of the servers. */
  public Optional<Instant> observed() {
    return look().map(Look::at);
  }

  /** Numbers of servers in each state at the last observation. */
  public List<Count> counts() {
    return look().map(each -> StandingHistory.of(database, List.of(each.run()))).orElse(List.of());
  }

  /** Reads a page of servers by name. A server that is in two rings appears twice. */
  public List<Row> page(Wish wish) {
    return database.with(handle -> {
      Query query = handle.createQuery(sql(wish));
      wish.prefix().ifPresent(prefix -> query.bind("prefix", pattern(prefix)));
      wish.ring().ifPresent(ring -> query.bind("ring", ring));
      wish.state().ifPresent(state -> query.bind("state", state));
      wish.after()
          .ifPresent(place ->
              query
                  .bind("key", place.key())
                  .bind("afterRing", place.ring())
                  .bind("device", place.device()));
      return query.bind("most", wish.most()).map((rows, _) -> row(rows)).list();
    });
  }

  /**
   * The query of a page; each order begins with the columns of an index, so that nothing is sorted.
   */
  static String sql(Wish wish) {
    StringBuilder sql =
        new StringBuilder(
            "select server, ring, os, standing, since, name_key, device from server_standing where until_time is null");
    wish.prefix().ifPresent(_ -> sql.append(" and name_key like :prefix escape '!'"));
    wish.ring().ifPresent(_ -> sql.append(" and ring = :ring"));
    wish.state().ifPresent(_ -> sql.append(" and standing = :state"));
    wish.after()
        .ifPresent(_ ->
            sql.append(
                " and name_key >= :key and (name_key > :key or ring > :afterRing or (ring = :afterRing and device > :device))"));
    String order =
        wish.state().isPresent()
            ? "until_time, standing, name_key, ring, device"
            : wish.ring().isPresent()
                ? "until_time, ring, name_key, device"
                : "until_time, name_key, ring, device";
    return sql.append(" order by ").append(order).append(" limit :most").toString();
  }

  /** Pattern of the names that begin so. */
  static String pattern(String prefix) {
    return prefix.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  private static Row row(ResultSet rows) throws SQLException {
    String ring = rows.getString("ring");
    return new Row(
        rows.getString("server"),
        ring,
        rows.getString("os"),
        rows.getString("standing"),
        Times.read(rows, "since"),
        new Place(rows.getString("name_key"), ring, rows.getLong("device")));
  }
}
