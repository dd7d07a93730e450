package dev.garrison.history;

import dev.garrison.history.StandingHistory.Change;
import dev.garrison.history.StandingHistory.Contact;
import dev.garrison.history.StandingHistory.Seen;
import dev.garrison.history.row.ColumnText;
import dev.garrison.history.row.RowBatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** One observation of all servers, compared with their previous states. */
final class Observation {
  private static final int LONGEST_CAUSE = 1000;

  private final Handle handle;
  private final long run;
  private final Instant at;
  private final Map<Place, Open> open = new HashMap<>();
  private final Map<Group, Integer> counts = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  Observation(Handle handle, long run, Instant at) {
    this.handle = handle;
    this.run = run;
    this.at = at;
  }

  private record Place(String ring, long device) {}

  private record State(String server, String system, String state) {}

  /** Facts that are updated while a state lasts. */
  private record Facts(String why, String mode, Optional<Contact> contact) {
    private Instant contacted() {
      return contact.map(Contact::at).orElse(Contact.NEVER);
    }

    private String by() {
      return contact.map(Contact::by).map(Contact.Source::word).orElse("");
    }

    private RowBatch bind(RowBatch row) {
      return row.bind("why", why).bind("mode", mode).bind("contact", contacted()).bind("by", by());
    }
  }

  /** A state that has begun, with its last known facts. */
  private record Open(State state, Facts facts) {}

  private record Group(String ring, String system, String state) {}

  Change keep(Consumer<Consumer<Seen>> source) {
    readOpen();
    int[] servers = {0};
    int[] shortened = {0};
    int[] moved = {0, 0};
    try (RowBatch begun =
            new RowBatch(
                handle,
                "insert into server_standing (ring, device, server, os, standing, since, name_key, why, antivirus_mode, contact, contact_by) values (:ring, :device, :server, :os, :standing, :at, upper(:server), :why, :mode, :contact, :by)");
        RowBatch ended =
            new RowBatch(
                handle,
                "update server_standing set until_time = :at where ring = :ring and device = :device and until_time is null and since < :at");
        RowBatch explained =
            new RowBatch(
                handle,
                "update server_standing set why = :why, antivirus_mode = :mode, contact = :contact, contact_by = :by where ring = :ring and device = :device and until_time is null")) {
      source.accept(seen -> {
        servers[0]++;
        State now =
            new State(
                ColumnText.fit(seen.server(), ColumnText.NAME),
                ColumnText.fit(seen.system(), ColumnText.NAME),
                seen.state().word());
        if (!now.server().equals(seen.server())) {
          shortened[0]++;
        }
        Place place = new Place(ColumnText.fit(seen.ring(), ColumnText.NAME), seen.device());
        counts.merge(new Group(place.ring(), now.system(), now.state()), 1, Integer::sum);
        Open before = open.remove(place);
        Facts facts =
            new Facts(ColumnText.fit(seen.why(), LONGEST_CAUSE), seen.mode(), seen.contact());
        if (before != null && now.equals(before.state())) {
          if (!facts.equals(before.facts())) {
            facts.bind(explained.bind("ring", place.ring()).bind("device", place.device())).add();
          }
          return;
        }
        if (before != null) {
          moved[0]++;
          ended.bind("ring", place.ring()).bind("device", place.device()).bind("at", at).add();
        }
        moved[1]++;
        facts
            .bind(
                begun
                    .bind("ring", place.ring())
                    .bind("device", place.device())
                    .bind("server", now.server())
                    .bind("os", now.system())
                    .bind("standing", now.state())
                    .bind("at", at))
            .add();
      });
      for (Place gone : open.keySet()) {
        moved[0]++;
        ended.bind("ring", gone.ring()).bind("device", gone.device()).bind("at", at).add();
      }
      ended.finish();
      begun.finish();
      explained.finish();
    }
    keepCounts();
    return new Change(servers[0], Math.max(moved[0], moved[1]), shortened[0]);
  }

  /**
   * Reads the current states. The names of rings, systems, states, and modes and the causes are
   * few, and each is held once.
   */
  private void readOpen() {
    handle
        .createQuery(
            "select ring, device, server, os, standing, why, antivirus_mode, contact, contact_by from server_standing where until_time is null")
        .map((rows, _) ->
            Map.entry(
                new Place(word(rows.getString("ring")), rows.getLong("device")),
                new Open(
                    new State(
                        rows.getString("server"),
                        word(rows.getString("os")),
                        word(rows.getString("standing"))),
                    new Facts(
                        word(rows.getString("why")),
                        word(rows.getString("antivirus_mode")),
                        Contact.read(rows)))))
        .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
  }

  private String word(String text) {
    return words.computeIfAbsent(text, it -> it);
  }

  private void keepCounts() {
    try (RowBatch batch =
        new RowBatch(
            handle,
            "insert into standing_count (run, ring, os, standing, servers) values (:run, :ring, :os, :standing, :servers)")) {
      counts.forEach((group, servers) ->
          batch
              .bind("run", run)
              .bind("ring", group.ring())
              .bind("os", group.system())
              .bind("standing", group.state())
              .bind("servers", servers)
              .add());
      batch.finish();
    }
  }
}
