package dev.garrison.mecm.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.json.Json;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.state.JournalFile;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.Run;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What journals tell of applications that are not there any more. */
final class ApplicationHistoryTest {
  @TempDir private Path folder;

  private final Json json = new Json();

  /** A run that was cut in the middle of its one write. */
  private void cut(Action action) {
    Run run =
        new Run(
            "2026-11-24T21-07-33Z",
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
    Observation<Application> there =
        new Observation.Found<>(Made.application(), new Owner.Ours(), "16777300", "");
    try (JournalFile journal = JournalFile.begin(json, new StateFolder(folder), run)) {
      journal.before(Made.ADDRESS, action, RecordedApplication.FORM, there);
    }
  }

  private boolean deleted() {
    return new ApplicationHistory(new JournalFolder(json, new StateFolder(folder), "PS1"))
        .deleted(Made.IDS.application());
  }

  @Test
  void aDeletionWhoseOutcomeIsUnknownCountsAsOne() {
    cut(Action.DELETE);
    assertThat(deleted()).isTrue();
  }

  @Test
  void anyOtherWriteIsNoDeletion() {
    cut(Action.UPDATE);
    assertThat(deleted()).isFalse();
  }
}
