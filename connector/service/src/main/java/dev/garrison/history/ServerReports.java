package dev.garrison.history;

import dev.garrison.digest.Sha256;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.job.ServerReport;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Reports of the servers at the last check by the job 'status'. */
public final class ServerReports {
  private static final int FORMAT = 1;
  private static final int BATCH = 2000;

  private final HistoryDatabase database;
  private final Json json;

  public ServerReports(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
  }

  /** Accepts the report of one server, exactly once. */
  @FunctionalInterface
  public interface Taker {
    void take(String ring, long device, ServerReport report);
  }

  private record Key(String ring, long device) {}

  /** A report, as rows of the history hold it. */
  record KeptReport(Optional<Integer> format, ServerReport report) implements JsonForm {}

  /**
   * Stores the reports in place of the previous ones. Only rows that differ are written, because
   * the file does not shrink while the service runs.
   */
  public void keep(Consumer<Taker> source) {
    int _ =
        database.change(handle -> {
          Map<Key, String> before = digests(handle);
          try (PreparedBatch added =
                  handle.prepareBatch(
                      "insert into server_report (ring, device, digest, body) values (:ring, :device, :digest, :body)");
              PreparedBatch changed =
                  handle.prepareBatch(
                      "update server_report set digest = :digest, body = :body where ring = :ring and device = :device");
              PreparedBatch gone =
                  handle.prepareBatch(
                      "delete from server_report where ring = :ring and device = :device")) {
            source.accept((ring, device, report) -> {
              String body = text(json, report);
              String digest = Sha256.of(body).hex();
              String known = before.remove(new Key(ring, device));
              if (!digest.equals(known)) {
                add(
                    (known == null ? added : changed)
                        .bind("ring", ring)
                        .bind("device", device)
                        .bind("digest", digest)
                        .bind("body", body));
              }
            });
            before
                .keySet()
                .forEach(key -> add(gone.bind("ring", key.ring()).bind("device", key.device())));
            finish(added);
            finish(changed);
            finish(gone);
          }
          return before.size();
        });
  }

  private static Map<Key, String> digests(Handle handle) {
    Map<String, String> rings = new HashMap<>();
    Map<Key, String> digests = new HashMap<>();
    handle
        .createQuery("select ring, device, digest from server_report")
        .map((rows, _) ->
            Map.entry(
                new Key(
                    rings.computeIfAbsent(rows.getString("ring"), ring -> ring),
                    rows.getLong("device")),
                rows.getString("digest")))
        .forEach(entry -> digests.put(entry.getKey(), entry.getValue()));
    return digests;
  }

  private static void add(PreparedBatch batch) {
    batch.add();
    if (batch.size() == BATCH) {
      batch.execute();
    }
  }

  private static void finish(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Report of a server; empty where no run of this version has checked it. */
  public Optional<ServerReport> of(Place server) {
    return database
        .with(handle ->
            handle
                .createQuery(
                    "select body from server_report where ring = :ring and device = :device")
                .bind("ring", server.ring())
                .bind("device", server.device())
                .mapTo(String.class)
                .findOne())
        .map(body -> report(json, body));
  }

  static String text(Json json, ServerReport report) {
    return json.canonical(new KeptReport(Optional.of(FORMAT), report));
  }

  static ServerReport report(Json json, String text) {
    return KeptJson.required(
        "The report of a server",
        () -> KeptJson.read(json, json.parse(text), FORMAT, KeptReport.class, KeptReport::report));
  }
}
