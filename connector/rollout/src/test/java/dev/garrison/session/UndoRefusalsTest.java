package dev.garrison.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.Mark;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.collection.DeviceCollectionResource;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs that are not taken back, whatever is there now. */
final class UndoRefusalsTest {
  private static final Json JSON = new Json();
  private static final Undo UNDO =
      new Undo(
          new ResourceTypes(
              List.of(
                  new DeviceCollectionResource(
                      new FakeAdminService(), JSON, new Mark("contoso-prod")))),
          JSON);

  private static JournalEntry began() {
    return new JournalEntry(
        1,
        "",
        Optional.of(
            new Run(
                "r1",
                ThingPlans.AS_OF,
                "root",
                "adm01",
                "CONTOSO\\svc",
                "PS1",
                "contoso-prod",
                "m",
                "p",
                Optional.empty(),
                Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static JournalEntry wrote(String address, String action, String kind) {
    return new JournalEntry(
        2,
        "",
        Optional.empty(),
        Optional.of(
            new JournalEntry.Before(
                address,
                action,
                new JournalEntry.Seen(kind, "", "", Optional.empty(), Optional.empty(), ""))),
        Optional.empty(),
        Optional.empty());
  }

  private static void undo(Intent intent, JournalEntry... entries) {
    UNDO.plan(intent, "PS1", "r1", List.of(entries));
  }

  /** The intent while the servers of one entry leave. */
  private static Intent leaving() {
    Intent intent = ThingPlans.intent();
    return new Intent(
        intent.manifest(),
        intent.manifestDigest(),
        intent.site(),
        intent.survey(),
        intent.packages(),
        intent.rings(),
        List.of(new OffboardDecision("leavers", "Old servers", List.of("FS01"), 5, List.of())),
        intent.remarks(),
        intent.asOf(),
        intent.validUntil(),
        intent.wanted(),
        intent.warnings());
  }

  @Test
  void aRunWithOneActionOnAServerIsNotTakenBack() {
    assertThatThrownBy(
            () -> undo(ThingPlans.intent(), began(), wrote("server/FS01", "RUN", "deed")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "Run r1 took actions that can't be undone: RUN server/FS01. Run \"garrison journal show r1\" to see the results. No changes were made. [UNDO_REFUSED GAR-0513]");
  }

  @Test
  void aRunThatChangedCollectionsIsNotTakenBackWhileServersLeave() {
    assertThatThrownBy(
            () -> undo(leaving(), began(), wrote("collection/MDE pilot", "CREATE", "missing")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "Run r1 changed collections, and servers are being offboarded or returning: leavers. Onboarding and offboarding could meet on these servers. To stop offboarding, remove \"package\" from the entry. To let the servers return, remove the entry. Then run \"garrison apply\". No changes were made. [UNDO_REFUSED GAR-0513]");
  }

  @Test
  void aRunThatChangedNothingIsNotTakenBack() {
    assertThatThrownBy(() -> undo(ThingPlans.intent(), began()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "Run r1 made no changes. Specify another run. There is nothing to undo. [UNDO_REFUSED GAR-0513]");
  }

  @Test
  void aJournalWithoutItsFirstLineIsNotTakenBack() {
    assertThatThrownBy(
            () -> undo(ThingPlans.intent(), wrote("collection/MDE pilot", "CREATE", "missing")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The journal of run r1 doesn't show where the run was made. Run \"garrison journal verify\": the first entry is missing. [UNDO_REFUSED GAR-0513]");
  }
}
