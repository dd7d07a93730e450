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
 * Where the rings of the site stood when a run looked at them: the jobs 'status' and 'rollout' do,
 * and an order to a ring after it was carried out.
 */
public final class RingLooks {
  /** Runs overlap: the one that looked last need not be the one that began last. */
  private static final int OVERLAPPING = 8;

  private final HistoryDatabase database;
  private final Json json;

  RingLooks(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * All rings at one time.
   *
   * @param rings in the order in which they open
   */
  public record Look(Instant at, List<Sighting> rings) {
    public Look {
      rings = List.copyOf(rings);
    }

    /** The ring of this name, where it was there then. */
    public Optional<Sighting> of(String ring) {
      return rings.stream().filter(each -> each.name().equals(ring)).findFirst();
    }
  }

  /** The last of them. */
  public Optional<Look> latest() {
    return database
        .with(handle ->
            handle
                .createQuery(
                    """
                    select id, started, sightings from job_run
                    where job in (:status, :rollout) and sightings <> '[]'
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
