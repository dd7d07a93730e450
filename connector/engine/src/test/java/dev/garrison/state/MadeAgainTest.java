package dev.garrison.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What journals tell of how an object was made. */
final class MadeAgainTest {
  private static final Address A = ThingServer.address("a");

  @TempDir Path folder;

  private final Json json = new Json();

  private JournalFolder journals() {
    return new JournalFolder(json, new StateFolder(folder), "PS1");
  }

  private void run(String name, Action action) {
    Run run =
        new Run(
            name,
            Instant.parse("2026-11-24T21:07:33Z"),
            "root",
            "adm01",
            "CONTOSO\\svc",
            "PS1",
            "contoso-prod",
            "m",
            "p",
            Optional.empty(),
            Optional.empty());
    Observation<Thing> there =
        new Observation.Found<>(ThingServer.ours("1"), new Owner.Ours(), "id-a", "");
    try (JournalFile journal = JournalFile.begin(json, new StateFolder(folder), run)) {
      journal.before(A, action, Thing.FORM, there);
      journal.after(A, action, new StepResult.Done(), Thing.FORM, there);
    }
  }

  @Test
  void whatNoRunMadeWasNotMadeAgain() {
    assertThat(journals().madeAgain(A)).isFalse();
    run("2026-11-24T21-07-33Z", Action.UPDATE);
    assertThat(journals().madeAgain(A)).isFalse();
  }

  @Test
  void theNewestRunThatMadeItTells() {
    run("2026-11-24T21-07-33Z", Action.CREATE);
    assertThat(journals().madeAgain(A)).isFalse();
    run("2026-11-25T21-07-33Z", Action.REPLACE);
    run("2026-11-26T21-07-33Z", Action.UPDATE);
    assertThat(journals().madeAgain(A)).isTrue();
    assertThat(journals().madeAgain(ThingServer.address("b"))).isFalse();
    run("2026-11-27T21-07-33Z", Action.CREATE);
    assertThat(journals().madeAgain(A)).isFalse();
  }
}
