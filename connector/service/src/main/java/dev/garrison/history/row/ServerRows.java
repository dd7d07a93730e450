package dev.garrison.history.row;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * A table with one row for each server, which all checks replace.
 *
 * <p>Only rows that differ are written, because the file does not shrink while the service runs; of
 * each the digest is held in memory meanwhile.
 *
 * @param name of a table with the columns ring, device and digest
 * @param insert statement with a place for each column
 * @param update likewise
 */
public record ServerRows(String name, String insert, String update) {
  /** Accepts the row of one server, exactly once. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes a row.
     *
     * @param digest of all that the row holds
     * @param rest binds the columns besides ring, device and digest
     */
    void take(String ring, long device, String digest, Consumer<RowBatch> rest);
  }

  private record Key(String ring, long device) {}

  /** Writes the rows in place of the previous ones, and returns how many of those are gone. */
  public int replace(Handle handle, Consumer<Taker> source) {
    Map<Key, String> before = digests(handle);
    try (RowBatch added = new RowBatch(handle, insert);
        RowBatch changed = new RowBatch(handle, update);
        RowBatch gone =
            new RowBatch(
                handle, "delete from " + name + " where ring = :ring and device = :device")) {
      source.accept((name, device, digest, rest) -> {
        String ring = ColumnText.fit(name, ColumnText.NAME);
        String known = before.remove(new Key(ring, device));
        if (!digest.equals(known)) {
          RowBatch batch = known == null ? added : changed;
          rest.accept(batch.bind("ring", ring).bind("device", device).bind("digest", digest));
          batch.add();
        }
      });
      before
          .keySet()
          .forEach(key -> gone.bind("ring", key.ring()).bind("device", key.device()).add());
      added.finish();
      changed.finish();
      gone.finish();
    }
    return before.size();
  }

  private Map<Key, String> digests(Handle handle) {
    Map<String, String> rings = new HashMap<>();
    Map<Key, String> digests = new HashMap<>();
    handle
        .createQuery("select ring, device, digest from " + name)
        .map((rows, _) ->
            Map.entry(
                new Key(
                    rings.computeIfAbsent(rows.getString("ring"), ring -> ring),
                    rows.getLong("device")),
                rows.getString("digest")))
        .forEach(entry -> digests.put(entry.getKey(), entry.getValue()));
    return digests;
  }
}
