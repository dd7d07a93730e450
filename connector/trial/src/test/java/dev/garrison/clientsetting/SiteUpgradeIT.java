package dev.garrison.clientsetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.state.StoredPlan;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgrade of the site in the middle of a rollout. */
final class SiteUpgradeIT {
  @TempDir Path folder;

  private static String route(Plan plan) {
    return plan.remarks().stream()
        .filter(remark -> remark.startsWith("application,"))
        .findFirst()
        .orElse("no route");
  }

  @Test
  void anUpgradeMovesNoServerToAnotherRoute() {
    try (TrialSite site = new TrialSite("2203", folder)) {
      assertThat(route(site.plan()))
          .isEqualTo("application, because the client setting needs 2207");
      assertThat(site.converge()).isEmpty();
      site.lab().upgradeTo("2207");
      site.pass(Duration.ofHours(2));
      Plan after = site.plan();
      assertThat(after.survey()).containsEntry("version of PS1", "5.00.9088.1000");
      assertThat(route(after))
          .isEqualTo(
              "application, because objects that Garrison manages already use it; only an explicit method with \"migrateRoute: true\" changes it");
      assertThat(after.converged()).isTrue();
    }
  }

  @Test
  void aPlanFromBeforeAnUpgradeIsRefused() {
    try (TrialSite site = new TrialSite("2203", folder);
        OpenSession open = site.open()) {
      StoredPlan kept =
          open.session()
              .stored(open.session().plan(Allowances.NONE), Optional.empty(), Optional.empty());
      site.lab().upgradeTo("2207");
      try (WriteSession writing = open.session().write()) {
        assertThatThrownBy(() -> writing.apply(kept, ApplyListener.silent()))
            .hasMessageStartingWith(
                "The plan is stale: site property \"version of PS1\" was 5.00.9078.1000 and is now 5.00.9088.1000.");
      }
      assertThat(site.lab().dump()).doesNotContain("Defender for Endpoint");
    }
  }
}
