package dev.garrison.session;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalEntry.Seen;
import dev.garrison.state.JournaledWrite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of a run to the objects that it wrote, from its journal. */
final class RunChanges {
  private static final String UNREADABLE = "unreadable";
  private static final String WAITING = "waiting";

  private final ResourceTypes types;
  private final Json json;

  RunChanges(ResourceTypes types, Json json) {
    this.types = types;
    this.json = json;
  }

  /** Every object that a run wrote, in the order of the writes. */
  Map<Address, ObjectChange> of(List<JournalEntry> entries) {
    Map<Address, ObjectChange> traces = new LinkedHashMap<>();
    for (JournaledWrite write : JournaledWrite.of(entries)) {
      ObjectChange.Ending ending =
          write.after().map(RunChanges::ending).orElse(ObjectChange.Ending.CUT);
      Optional<Seen> after =
          write
              .after()
              .map(JournalEntry.After::seen)
              .filter(_ -> ending == ObjectChange.Ending.SEEN);
      traces.merge(
          address(write.before().address()),
          new ObjectChange(write.before().seen(), ending, after),
          (first, later) -> new ObjectChange(first.before(), later.ending(), later.after()));
    }
    return traces;
  }

  private static ObjectChange.Ending ending(JournalEntry.After after) {
    if (after.seen().kind().equals(UNREADABLE)) {
      return ObjectChange.Ending.UNREADABLE;
    }
    return after.result().equals(WAITING) ? ObjectChange.Ending.AT_WORK : ObjectChange.Ending.SEEN;
  }

  /** The state in the journal, empty when the object did not exist. */
  <S extends Record> Optional<S> state(ResourceType<S> type, Address address, Seen seen) {
    try {
      return seen.state(json, type.kind().form()).map(recorded -> known(address, recorded));
    } catch (JsonException e) {
      throw foreign(Text.of("undo.foreign-state", "address", address), e);
    }
  }

  /** Refuses a state with an unknown part, because it could not be written back. */
  private static <S extends Record> S known(Address address, Recorded<S> recorded) {
    if (!recorded.unknown().isEmpty()) {
      throw foreign(
          Text.of("undo.foreign-part", "part", recorded.unknown().getFirst(), "address", address),
          null);
    }
    return recorded.value();
  }

  /** The address of an object whose kind this program can undo. */
  private Address address(String text) {
    try {
      Address address = Address.parse(text);
      if (types.inOrder().stream().anyMatch(type -> type.kind().name().equals(address.kind()))) {
        return address;
      }
      throw foreign(Text.of("undo.foreign-kind", "address", address), null);
    } catch (IllegalArgumentException e) {
      throw foreign(Text.of("undo.foreign-address", "address", text), e);
    }
  }

  /** Refusal of a journal that another version of Garrison wrote, or that was edited. */
  private static RefusalException foreign(Text what, @Nullable Exception cause) {
    Diagnostic diagnostic =
        Diagnostic.error(EngineCode.UNDO_REFUSED, Message.of("undo.foreign-journal", "what", what));
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }
}
