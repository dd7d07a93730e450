package dev.garrison.history;

import dev.garrison.digest.Sha256;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.fleet.antivirus.ServerAntivirus;
import dev.garrison.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Antivirus of the servers at the last look by the job 'status'. */
public final class AntivirusHistory {
  /** Urgency of servers that are known to be in no danger. */
  static final int LEAST_URGENT = Danger.values().length + 1;

  private static final int BATCH = 2000;

  private final HistoryDatabase database;
  private final Json json;

  public AntivirusHistory(HistoryDatabase database, Json json) {
    this.database = database;
    this.json = json;
  }

  /**
   * A look at all servers.
   *
   * @param tellsMode whether the site's inventory has the running mode
   * @param notes facts that the site does not report
   */
  public record Look(Instant at, boolean tellsMode, List<String> notes) {
    public Look {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Number of servers with one protection.
   *
   * @param danger empty where none is known
   */
  public record Count(String ring, String protector, Optional<Danger> danger, int servers) {}

  private record Place(String ring, long device) {}

  /**
   * Stores a look in place of the previous one. Only rows that differ are written, because the file
   * does not shrink while the service runs; of each the digest is held in memory meanwhile.
   *
   * @param run of the job that looked
   * @param source passes each server to its consumer exactly once
   */
  public void keep(long run, Look look, Consumer<BiConsumer<Server, ServerAntivirus>> source) {
    database.change(handle -> {
      write(handle, source);
      handle.execute("delete from antivirus_look");
      return handle
          .createUpdate("insert into antivirus_look (run, body) values (:run, :body)")
          .bind("run", run)
          .bind("body", KeptAntivirus.text(json, look))
          .execute();
    });
  }

  private void write(Handle handle, Consumer<BiConsumer<Server, ServerAntivirus>> source) {
    Map<Place, String> before = digests(handle);
    try (PreparedBatch added =
            handle.prepareBatch(
                "insert into server_antivirus (ring, device, server, urgency, place, protector, digest, facts) values (:ring, :device, :server, :urgency, :urgency || upper(:server), :protector, :digest, :facts)");
        PreparedBatch changed =
            handle.prepareBatch(
                "update server_antivirus set server = :server, urgency = :urgency, place = :urgency || upper(:server), protector = :protector, digest = :digest, facts = :facts where ring = :ring and device = :device");
        PreparedBatch gone =
            handle.prepareBatch(
                "delete from server_antivirus where ring = :ring and device = :device")) {
      source.accept((server, antivirus) -> {
        int urgency = urgency(antivirus.today());
        String facts = KeptAntivirus.text(json, antivirus.facts());
        String digest = Sha256.of("%s\n%d\n%s".formatted(server.name(), urgency, facts)).hex();
        String known = before.remove(new Place(server.ring(), server.id()));
        if (!digest.equals(known)) {
          add(
              (known == null ? added : changed)
                  .bind("ring", server.ring())
                  .bind("device", server.id())
                  .bind("server", server.name())
                  .bind("urgency", urgency)
                  .bind("protector", antivirus.today().protector().word())
                  .bind("digest", digest)
                  .bind("facts", facts));
        }
      });
      before
          .keySet()
          .forEach(place -> add(gone.bind("ring", place.ring()).bind("device", place.device())));
      finish(added);
      finish(changed);
      finish(gone);
    }
  }

  private static Map<Place, String> digests(Handle handle) {
    Map<String, String> rings = new HashMap<>();
    Map<Place, String> digests = new HashMap<>();
    handle
        .createQuery("select ring, device, digest from server_antivirus")
        .map((rows, _) ->
            Map.entry(
                new Place(
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

  private static int urgency(AntivirusState today) {
    return today
        .danger()
        .map(AntivirusHistory::urgency)
        .orElse(today.protector() == Protector.UNKNOWN ? LEAST_URGENT - 1 : LEAST_URGENT);
  }

  /** Place of a danger in the order of rows. */
  static int urgency(Danger danger) {
    return danger.ordinal();
  }

  private static Optional<Danger> danger(int urgency) {
    return urgency < Danger.values().length
        ? Optional.of(Danger.values()[urgency])
        : Optional.empty();
  }

  /** The last look; empty where no run of this version has looked. */
  public Optional<Look> look() {
    return database
        .with(handle ->
            handle.createQuery("select body from antivirus_look").mapTo(String.class).findOne())
        .map(body -> KeptAntivirus.look(json, body));
  }

  /** Numbers of servers at the last look. */
  public List<Count> counts() {
    return database.with(handle ->
        handle
            .createQuery(
                "select ring, protector, urgency, count(*) as servers from server_antivirus group by ring, protector, urgency order by ring, protector, urgency")
            .map((rows, _) ->
                new Count(
                    rows.getString("ring"),
                    rows.getString("protector"),
                    danger(rows.getInt("urgency")),
                    rows.getInt("servers")))
            .list());
  }
}
