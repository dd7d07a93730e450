package dev.garrison.history;

import dev.garrison.job.UpdatesSeen;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import java.util.Optional;

/** The sensor's updates at the last check by the job 'status'. */
public final class UpdateLooks {
  private final HistoryDatabase database;
  private final Json json;

  public UpdateLooks(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * Stores a check, in place of the previous one.
   *
   * @param seen empty where there are no updates to check any more
   */
  public void keep(long run, Optional<UpdatesSeen> seen) {
    database.change(handle -> {
      handle.execute("delete from update_look");
      seen.ifPresent(each ->
          handle
              .createUpdate("insert into update_look (run, body) values (:run, :body)")
              .bind("run", run)
              .bind("body", json.canonical(KeptUpdates.of(each)))
              .execute());
      return run;
    });
  }

  /** The last check. */
  public Optional<UpdatesSeen> latest() {
    return database
        .with(handle ->
            handle
                .createQuery("select body from update_look order by run desc limit 1")
                .mapTo(String.class)
                .findOne())
        .flatMap(this::read);
  }

  private Optional<UpdatesSeen> read(String body) {
    try {
      return Optional.of(KeptUpdates.read(json, body));
    } catch (JsonException otherForm) {
      // A later version kept it; the next look takes its place.
      return Optional.empty();
    }
  }
}
