package dev.garrison.offboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.json.Json;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OffboardUndoIT {
  @TempDir Path folder;

  private List<String> runs() {
    return new JournalFolder(new Json(), new StateFolder(folder.resolve(".garrison")), "PS1")
        .runs();
  }

  @Test
  void whatKeepsServersOutIsNotTakenBackWhileTheyLeave() {
    try (Leavers site = new Leavers("2509", folder, "WEB02")) {
      site.enter(Leavers.ENTRY);
      site.untilHandedOver();
      assertThat(site.site().apply()).isEmpty();
      String run = runs().getLast();
      try (OpenSession open = site.site().open()) {
        assertThat(
                catchThrowableOfType(RefusalException.class, () -> open.session().undo(run))
                    .diagnostics())
            .singleElement()
            .hasToString(
                "Run "
                    + run
                    + " changed collections, and servers are being offboarded or returning: leavers. Onboarding and offboarding could meet on these servers. To stop offboarding, remove \"package\" from the entry. To let the servers return, remove the entry. Then run \"garrison apply\". No changes were made. [UNDO_REFUSED GAR-0513]");
      }
    }
  }

  @Test
  void aPlanIsStaleAsSoonAsAServerJoins() {
    try (Leavers site = new Leavers("2509", folder, "WEB02")) {
      site.enter(Leavers.ENTRY);
      site.untilHandedOver();
      try (OpenSession open = site.site().open()) {
        var stored =
            open.session()
                .stored(open.session().plan(Allowances.NONE), Optional.empty(), Optional.empty());
        site.change("AddMembershipRule", "APP02");
        try (var writing = open.session().write()) {
          assertThat(
                  catchThrowableOfType(
                          RefusalException.class,
                          () -> writing.apply(stored, ApplyListener.silent()))
                      .diagnostics())
              .singleElement()
              .asString()
              .startsWith("The plan is stale: offboard entry \"leavers\" has more servers: APP02")
              .endsWith("[PLAN_STALE GAR-0506]");
        }
      }
    }
  }

  @Test
  void anApplyThatWaitsGoesOnUntilOnlyServersAreWaitedFor() {
    try (Leavers site = new Leavers("2509", folder, "WEB02")) {
      site.servers().turnOff("WEB02");
      site.enter(Leavers.ENTRY);
      Typed typed =
          Typed.unattended(
              site.site(),
              "apply",
              "--yes",
              "--confirm-offboarding",
              "leavers",
              "--wait",
              Duration.ofMinutes(8).toString());
      assertThat(typed.err()).isEmpty();
      assertThat(typed.exitCode()).isEqualTo(3);
      assertThat(site.reached("MDE pilot - all")).doesNotContain("WEB02");
      assertThat(site.reached("MDE leavers - leaving")).containsExactly("WEB02");
    }
  }
}
