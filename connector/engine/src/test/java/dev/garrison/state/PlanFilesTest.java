package dev.garrison.state;

import static dev.garrison.engine.ThingPlans.intent;
import static dev.garrison.engine.ThingPlans.plan;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.ThingServer;
import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlanFilesTest {
  @TempDir Path folder;

  private final PlanFiles files = new PlanFiles(new Json());
  private final StoredPlan stored =
      new StoredPlan(
          "0.1.0",
          Optional.of("CHG-4711"),
          Instant.parse("2026-12-01T00:00:00Z"),
          plan(
                  new ThingServer(),
                  intent(wanted("a", ours("1").needing("b")), wanted("b", ours("1"))))
              .plan());

  @Test
  void aPlanIsReadBackAsItWasWritten() {
    Path file = folder.resolve("plan.json");
    files.write(file, stored);
    assertThat(files.read(file)).isEqualTo(stored);
  }

  @Test
  void twoWritingsOfOnePlanAreTheSameText() {
    assertThat(files.text(stored)).isEqualTo(files.text(stored));
  }

  @Test
  void writingLeavesNoPart() throws IOException {
    files.write(folder.resolve("plan.json"), stored);
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(folder.resolve("plan.json"));
    }
  }

  @Test
  void aMissingFileIsADiagnostic() {
    Path file = folder.resolve("none.json");
    assertThatThrownBy(() -> files.read(file))
        .hasMessageStartingWith(
            file + " isn't a plan that Garrison can read: the file doesn't exist.");
  }

  @Test
  void anUnknownPropertyIsADiagnostic() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(file, files.text(stored).replace("\"madeBy\"", "\"madeByy\""));
    assertThatThrownBy(() -> files.read(file))
        .hasMessageContaining("isn't a plan that Garrison can read: ");
  }

  @Test
  void aPlanOfAnotherFormatIsADiagnostic() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(file, files.text(stored).replace("garrison-plan/2", "garrison-plan/1"));
    assertThatThrownBy(() -> files.read(file))
        .hasMessageContaining("its format is \"garrison-plan/1\", not \"garrison-plan/2\".");
  }

  @Test
  void aPlanOfNothingIsADiagnostic() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(file, "null");
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("isn't a plan that Garrison can read: the value is null.");
  }

  @Test
  void aPlanWithoutAFormatIsADiagnostic() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(file, files.text(stored).replace("\"garrison-plan/2\"", "null"));
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("'format' has the wrong form.");
  }

  @Test
  void aPlanWithMalformedBytesIsADiagnostic() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.write(file, new byte[] {'{', -1});
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("isn't a plan that Garrison can read: the file isn't UTF-8 text.");
  }

  @Test
  void aPlanIsItsOwnersAlone() throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.json"), "before");
    files.write(plan, stored);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plan)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({
    "CHG-4711, CHG-4712",
    "2026-12-01T00:00:00Z, 2027-12-01T00:00:00Z",
    "0.1.0, 0.2.0",
    "PS1, PS2"
  })
  void aPlanInWhichAnythingWasAlteredIsNotRead(String was, String is) throws IOException {
    Path file = folder.resolve("plan.json");
    String altered = files.text(stored).replace(was, is);
    assertThat(altered).isNotEqualTo(files.text(stored));
    Files.writeString(file, altered);

    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            file
                + " was changed after Garrison wrote it: its content doesn't match its digest. Find out who changed the file, and create a new plan with \"garrison plan --out FILE\". No changes were made. [PLAN_FILE_ALTERED GAR-0609]");
  }

  @Test
  void aPlanWithAnotherLayoutIsTheSamePlan() throws IOException {
    Path file = Files.writeString(folder.resolve("plan.json"), new Json().canonical(stored.form()));

    assertThat(files.read(file)).isEqualTo(stored);
  }

  @Test
  void aPartThatOnlyALaterVersionKnowsIsNamed() throws IOException {
    Json json = new Json();
    ObjectNode tree = json.tree(stored.form());
    ((ObjectNode) tree.get("plan")).put("window", "night");
    tree.remove("digest");
    String digest = Sha256.of(json.canonical(tree)).hex();
    tree.putObject("digest").put("hex", digest);
    Path file = Files.writeString(folder.resolve("plan.json"), json.canonical(tree));

    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            file
                + " isn't a plan that Garrison can read: this version of Garrison doesn't know its part \"plan.window\". Create a plan with \"garrison plan --out FILE\". No changes were made. [PLAN_FILE_UNREADABLE GAR-0601]");
  }

  @Test
  void anActionThatNobodyKnowsIsADiagnostic() throws IOException {
    Path file = folder.resolve("plan.json");
    Files.writeString(file, files.text(stored).replace("\"CREATE\"", "\"CONJURE\""));
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("a part of it is none that a plan can have.");
  }

  @Test
  void theDigestCoversChangeAndExpiryAndTheChangesHaveOneOfTheirOwn() {
    StoredPlan other =
        new StoredPlan("0.1.0", Optional.of("CHG-2"), stored.expires(), stored.plan());

    assertThat(other.digest()).isNotEqualTo(stored.digest());
    assertThat(files.digest(other)).isEqualTo(files.digest(stored));
  }

  @Test
  void theCauseOfABlockedChangeIsReadBackAndOtherChangesHaveNone() {
    ThingServer server = new ThingServer();
    server.things.put("a", ours("1"));
    server.blocked.add("a");
    StoredPlan blocked =
        new StoredPlan(
            "0.1.0",
            Optional.empty(),
            Instant.parse("2026-12-01T00:00:00Z"),
            plan(server, intent(wanted("a", ours("1")))).plan());
    Path file = folder.resolve("plan.json");
    files.write(file, blocked);
    assertThat(files.read(file)).isEqualTo(blocked);
    assertThat(files.text(blocked)).contains("\"problem\" : \"it is stuck\"");
    assertThat(files.text(stored)).doesNotContain("blocked");
  }
}
