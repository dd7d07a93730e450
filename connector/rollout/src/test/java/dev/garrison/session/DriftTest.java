package dev.garrison.session;

import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.session.Session.Verified;
import dev.garrison.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody changed on the site, and what was never applied. */
final class DriftTest {
  @TempDir Path folder;

  private final ThingServer server = new ThingServer();

  private Session session(ThingSource source) {
    return session(source, server);
  }

  private Session session(ThingSource source, ResourceType<?> type) {
    return new Session(
        source,
        new ResourceTypes(List.of(type)),
        new StateFolder(folder),
        new Operator("root", "adm01", 42, "0.1.0"),
        Clock.fixed(ThingPlans.AS_OF, ZoneOffset.UTC));
  }

  private static ThingSource wanting(String value) {
    return new ThingSource(List.of(wanted("a", ours(value))));
  }

  private void apply(ThingSource source) {
    try (WriteSession writing = session(source).write()) {
      assertThat(
              writing
                  .carryOut(
                      session(source).plan(Allowances.NONE),
                      Optional.empty(),
                      ApplyListener.silent())
                  .report()
                  .succeeded())
          .isTrue();
    }
  }

  private void damageJournal() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Path journal =
          files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
      Files.writeString(journal, "damaged\n");
    }
  }

  @Test
  void anObjectThatWasNeverCreatedHasNotDrifted() {
    Verified verified = session(wanting("1")).verify();

    assertThat(verified.drifted()).isEmpty();
    assertThat(verified.neverApplied()).isEqualTo(1);
  }

  @Test
  void anObjectThatSomebodyDeletedHasDrifted() {
    apply(wanting("1"));
    server.things.clear();

    assertThat(session(wanting("1")).verify().drifted()).containsExactly(address("a"));
  }

  @Test
  void anObjectThatSomebodyChangedHasDrifted() {
    apply(wanting("1"));
    server.things.put("a", ours("2"));

    Verified verified = session(wanting("1")).verify();

    assertThat(verified.drifted()).containsExactly(address("a"));
    assertThat(verified.neverApplied()).isZero();
  }

  @Test
  void anObjectWhoseManifestChangedHasNotDrifted() {
    apply(wanting("1"));

    Verified verified = session(wanting("2")).verify();

    assertThat(verified.drifted()).isEmpty();
    assertThat(verified.neverApplied()).isEqualTo(1);
  }

  @Test
  void anExistingObjectOfWhichNoJournalTellsHasDrifted() {
    server.things.put("a", ours("2"));

    assertThat(session(wanting("1")).verify().drifted()).containsExactly(address("a"));
  }

  @Test
  void whereAJournalCannotBeReadNothingCountsAsNeverApplied() throws IOException {
    apply(wanting("1"));
    server.things.clear();
    damageJournal();

    assertThat(session(wanting("1")).verify().drifted()).containsExactly(address("a"));
  }

  @Test
  void anObjectThatSomebodyChangedHasDriftedThoughTheManifestChangedToo() {
    apply(wanting("1"));
    server.things.put("a", ours("3"));

    assertThat(session(wanting("2")).verify().drifted()).containsExactly(address("a"));
  }

  @Test
  void anObjectThatSomebodyDeletedHasDriftedThoughTheManifestChangedToo() {
    apply(wanting("1"));
    server.things.clear();

    assertThat(session(wanting("2")).verify().drifted()).containsExactly(address("a"));
  }

  @Test
  void whereAnotherStateFolderHasTheJournalsNothingCountsAsNeverApplied() {
    server.things.put("b", ours("1"));
    ThingSource both = new ThingSource(List.of(wanted("a", ours("1")), wanted("b", ours("1"))));

    assertThat(session(both).verify().drifted()).containsExactly(address("a"));
  }

  @Test
  void objectsOfAKindWithoutMarksShowNoEarlierApply() {
    server.things.put("b", ours("1"));
    ThingSource both = new ThingSource(List.of(wanted("a", ours("1")), wanted("b", ours("1"))));

    Verified verified = session(both, new UnmarkedThings(server)).verify();

    assertThat(verified.drifted()).isEmpty();
    assertThat(verified.neverApplied()).isEqualTo(1);
  }

  @Test
  void aSharedObjectThatWasNeverWrittenHasNotDrifted() {
    server.things.put("a", ours("2"));

    Verified verified = session(wanting("1"), new UnmarkedThings(server)).verify();

    assertThat(verified.drifted()).isEmpty();
    assertThat(verified.neverApplied()).isEqualTo(1);
  }
}
