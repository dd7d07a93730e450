package dev.garrison.job.history;

import dev.garrison.job.update.UpdatesSeen;
import dev.garrison.json.Json;
import java.util.Optional;

/** What the sensor's updates looked like when the job 'status' looked last. */
public final class UpdateLooks {
  private final HistoryDatabase database;
  private final Json json;

  public UpdateLooks(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
  }

  /** Keeps a look, in place of the one before. */
  public void keep(long run, UpdatesSeen seen) {
    database.change(handle -> {
      handle.execute("delete from update_look");
      return handle
          .createUpdate("insert into update_look (run, body) values (:run, :body)")
          .bind("run", run)
          .bind("body", json.canonical(seen))
          .execute();
    });
  }

  /** The last one. */
  public Optional<UpdatesSeen> latest() {
    return database
        .with(handle ->
            handle
                .createQuery("select body from update_look order by run desc limit 1")
                .mapTo(String.class)
                .findOne())
        .map(body -> json.read(body, UpdatesSeen.class));
  }
}
