package dev.garrison.history;

import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.RingSeen;
import dev.garrison.json.Json;
import dev.garrison.manifest.job.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * States of the rings when a run last read them. The jobs 'status' and 'rollout' read them, and so
 * does an order to a ring after it was carried out.
 */
public final class RingLooks {
  /**
   * Number of runs to compare. Runs overlap, so the run that read the rings last need not be the
   * run that began last.
   */
  private static final int OVERLAPPING = 8;

  private final HistoryDatabase database;
  private final Json json;

  RingLooks(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * States of all rings at one time.
   *
   * @param rings in the order in which they open
   */
  public record Look(Instant at, List<Sighting> rings) {
    public Look {
      rings = List.copyOf(rings);
    }

    /** The ring of this name, if it existed then. */
    public Optional<Sighting> of(String ring) {
      return rings.stream().filter(each -> each.name().equals(ring)).findFirst();
    }
  }

  /** The latest states. */
  public Optional<Look> latest() {
    return database
        .with(handle ->
            handle
                .createQuery(
                    """
                    select id, started, sightings from job_run
                    where job in (:status, :rollout) and sightings like '%"kind":"ring"%'
                    order by id desc limit :most
                    """)
                .bind("status", JobKind.STATUS.word())
                .bind("rollout", JobKind.ROLLOUT.word())
                .bind("most", OVERLAPPING)
                .map((rows, _) -> look(rows))
                .list())
        .stream()
        .max(Comparator.comparing(Look::at));
  }

  private Look look(ResultSet rows) throws SQLException {
    List<Sighting> rings =
        KeptSighting.read(json, rows.getLong("id"), rows.getString("sightings")).stream()
            .filter(each -> each.kind().equals(Sighting.RING))
            .toList();
    Instant started = Times.read(rows, "started");
    return new Look(
        rings.stream()
            .flatMap(each -> each.ring().stream())
            .findFirst()
            .map(RingSeen::at)
            .orElse(started),
        rings);
  }
}
