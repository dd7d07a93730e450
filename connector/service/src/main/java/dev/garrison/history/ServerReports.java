package dev.garrison.history;

import dev.garrison.digest.Sha256;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.row.ServerRows;
import dev.garrison.job.ServerReport;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports of the servers at the last check by the job 'status'. */
public final class ServerReports {
  private static final int FORMAT = 1;
  private static final ServerRows ROWS =
      new ServerRows(
          "server_report",
          "insert into server_report (ring, device, digest, body) values (:ring, :device, :digest, :body)",
          "update server_report set digest = :digest, body = :body where ring = :ring and device = :device");

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

  /** A report, as rows of the history hold it. */
  record KeptReport(Optional<Integer> format, ServerReport report) implements JsonForm {}

  /** Stores the reports in place of the previous ones. */
  public void keep(Consumer<Taker> source) {
    int _ =
        database.change(handle ->
            ROWS.replace(
                handle,
                rows ->
                    source.accept((ring, device, report) -> {
                      String body = text(json, report);
                      rows.take(ring, device, Sha256.of(body).hex(), row -> row.bind("body", body));
                    })));
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

  /** Reports of these servers; those that no run of this version has checked are left out. */
  public Map<Place, ServerReport> of(Collection<Place> servers) {
    if (servers.isEmpty()) {
      return Map.of();
    }
    Map<Key, Place> places = new HashMap<>();
    servers.forEach(place -> places.put(new Key(place.ring(), place.device()), place));
    return database.with(handle ->
        handle
            .createQuery(
                "select ring, device, body from server_report where (ring, device) in (<servers>)")
            .bindMethodsList("servers", servers, List.of("ring", "device"))
            .map((rows, _) ->
                Map.entry(
                    places.get(new Key(rows.getString("ring"), rows.getLong("device"))),
                    report(json, rows.getString("body"))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private record Key(String ring, long device) {}

  static String text(Json json, ServerReport report) {
    return json.canonical(new KeptReport(Optional.of(FORMAT), report));
  }

  static ServerReport report(Json json, String text) {
    return KeptJson.required(
        Text.of("history.what-report"),
        () -> KeptJson.read(json, json.parse(text), FORMAT, KeptReport.class, KeptReport::report));
  }
}
