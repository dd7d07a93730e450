package dev.garrison.evidence;

import dev.garrison.evidence.AuditedRun.Offboarded;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.ring.OffboardingNote;
import dev.garrison.state.JournalEntry.Seen;
import dev.garrison.state.JournaledWrite;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Servers that writes handed over to offboarding. They are the members that a write added by name
 * to a managed collection to which an offboarding is deployed; its comment names the entry.
 */
final class HandedOver {
  private static final String COLLECTION = DeviceCollection.KIND + "/";

  private final Json json;

  HandedOver(Json json) {
    this.json = json;
  }

  /** The servers of these writes, in their order. */
  List<Offboarded> in(List<JournaledWrite> writes) {
    return writes.stream()
        .filter(write -> write.before().address().startsWith(COLLECTION))
        .flatMap(this::in)
        .toList();
  }

  private Stream<Offboarded> in(JournaledWrite write) {
    Optional<DeviceCollection> after = write.after().flatMap(each -> collection(each.seen()));
    Optional<OffboardingNote> note =
        after
            .flatMap(collection -> OffboardingNote.in(collection.comment()))
            .filter(OffboardingNote::offboards);
    if (after.isEmpty() || note.isEmpty()) {
      return Stream.empty();
    }
    Set<DirectRule> before =
        collection(write.before().seen()).map(DeviceCollection::members).orElse(Set.of());
    return after.get().members().stream()
        .filter(rule -> !before.contains(rule))
        .map(DirectRule::name)
        .sorted(Comparator.naturalOrder())
        .map(server -> new Offboarded(server, note.get().entry()));
  }

  private Optional<DeviceCollection> collection(Seen seen) {
    try {
      return seen.state(json, DeviceCollection.form()).map(Recorded::value);
    } catch (JsonException _) {
      // A state of another version. The write is listed, but its members are not known.
      return Optional.empty();
    }
  }
}
