package dev.garrison.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.evidence.AuditedRun.Offboarded;
import dev.garrison.json.Json;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.ring.OffboardingNote;
import dev.garrison.state.JournalEntry.After;
import dev.garrison.state.JournalEntry.Before;
import dev.garrison.state.JournalEntry.Seen;
import dev.garrison.state.JournaledWrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which servers a run handed over to offboarding, as its journal shows. */
final class HandedOverTest {
  private static final Json JSON = new Json();
  private static final Seen NOTHING =
      new Seen("missing", "", "", Optional.empty(), Optional.empty(), "");

  private static Seen collection(OffboardingNote note, String... servers) {
    DeviceCollection state =
        new DeviceCollection(
            "MDE old",
            note.describing() + " [garrison:1:small]",
            "All Servers",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.copyOf(
                List.of(servers).stream()
                    .map(name -> new DirectRule(name, name.hashCode()))
                    .toList()),
            DeviceCollection.PERIODIC);
    return new Seen(
        "found",
        "PS100012",
        "ours",
        Optional.of(DeviceCollection.form().number()),
        Optional.of(DeviceCollection.form().write(JSON, state)),
        "");
  }

  private static Seen offboarding(String... servers) {
    return collection(new OffboardingNote("old", true), servers);
  }

  private static JournaledWrite write(String address, Seen before, Optional<Seen> after) {
    return new JournaledWrite(
        new Before(address, "UPDATE", before),
        after.map(seen -> new After(address, "UPDATE", "done", "", seen)));
  }

  private static List<Offboarded> servers(Seen before, Seen after) {
    return new HandedOver(JSON)
        .in(List.of(write("collection/MDE old", before, Optional.of(after))));
  }

  @Test
  void theServersThatAWriteAddsAreHandedOver() {
    assertThat(servers(NOTHING, offboarding("WEB02", "APP02")))
        .containsExactly(new Offboarded("APP02", "old"), new Offboarded("WEB02", "old"));
    assertThat(servers(offboarding("APP02"), offboarding("APP02", "WEB02")))
        .containsExactly(new Offboarded("WEB02", "old"));
  }

  @Test
  void aServerThatIsTakenOutIsNotHandedOver() {
    assertThat(servers(offboarding("APP02", "WEB02"), offboarding("APP02"))).isEmpty();
  }

  @Test
  void serversThatOnlyLeaveTheirRingsAreNot() {
    assertThat(servers(NOTHING, collection(new OffboardingNote("old", false), "WEB02"))).isEmpty();
  }

  @Test
  void aWriteWhoseOutcomeIsUnknownHandsOverNone() {
    assertThat(
            new HandedOver(JSON)
                .in(List.of(write("collection/MDE old", offboarding(), Optional.empty()))))
        .isEmpty();
  }

  @Test
  void anObjectOfAnotherKindAndAnUnreadableStateAreLeftOut() {
    ObjectNode other = JSON.object();
    other.put("size", 3);
    Seen foreign = new Seen("found", "1", "ours", Optional.of(99), Optional.of(other), "");
    assertThat(
            new HandedOver(JSON)
                .in(List.of(write("deployment/MDE old", NOTHING, Optional.of(foreign)))))
        .isEmpty();
    assertThat(servers(NOTHING, foreign)).isEmpty();
  }
}
