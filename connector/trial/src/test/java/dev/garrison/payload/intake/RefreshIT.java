package dev.garrison.payload.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Plan;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.Releases;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each month Microsoft brings another md4ws.msi. */
final class RefreshIT {
  private static final String JULY = "4.18.25070.5";
  private static final String AUGUST = "4.18.25080.5";
  private static final Instant RECENTLY = TrialSite.START.minus(Duration.ofDays(10));
  private static final Allowances DOWNGRADE = new Allowances(false, true);

  private static Plan plan(TrialSite site, Allowances allowances) {
    try (OpenSession open = site.open()) {
      return open.session().plan(allowances).plan();
    }
  }

  private static List<String> of(Plan plan, Action action) {
    return plan.changes().stream()
        .filter(change -> change.action() == action)
        .map(change -> change.address().toString().replaceFirst("/[0-9a-f]{12}$", "/VERSION"))
        .toList();
  }

  @Test
  void aNewerInstallerIsStagedAndMakesANewRevision(@TempDir Path folder) throws Exception {
    try (TrialSite site = new TrialSite("2509", folder, TrialSite.START)) {
      Releases releases = new Releases(site);
      releases.useInstaller(JULY, RECENTLY);
      assertThat(site.converge()).isEmpty();
      releases.useInstaller(AUGUST, RECENTLY);

      Plan plan = site.plan();

      assertThat(of(plan, Action.CREATE)).containsExactly("content/mde-2012r2/VERSION");
      assertThat(of(plan, Action.UPDATE))
          .containsExactly("application/Defender for Endpoint 2012 R2");
      assertThat(plan.remarks())
          .contains(
              "md4ws.msi changes from 4.18.25070.5 to 4.18.25080.5 for new servers. Servers that have the agent aren't changed: the application detects the onboarded tenant, not this file. Microsoft Update updates their agents (KB4052623, KB5005292).");
      assertThat(site.converge()).isEmpty();
      assertThat(site.plan().remarks()).noneMatch(remark -> remark.contains("md4ws.msi changes"));
    }
  }

  @Test
  void anOlderInstallerIsRefusedUnlessItIsAllowed(@TempDir Path folder) throws Exception {
    try (TrialSite site = new TrialSite("2509", folder, TrialSite.START)) {
      Releases releases = new Releases(site);
      releases.useInstaller(AUGUST, RECENTLY);
      assertThat(site.converge()).isEmpty();
      releases.useInstaller(JULY, RECENTLY);

      assertThatThrownBy(site::plan)
          .isInstanceOf(RefusalException.class)
          .hasMessage(
              "md4ws.msi has version 4.18.25070.5, but application \"Defender for Endpoint 2012 R2\" has the newer version 4.18.25080.5 ("
                  + site.manifest().file()
                  + ":13). Download the current package, or accept the older version with --allow-downgrade. [INSTALLER_DOWNGRADE GAR-0535]");
      assertThat(of(plan(site, DOWNGRADE), Action.UPDATE))
          .containsExactly("application/Defender for Endpoint 2012 R2");
    }
  }

  @Test
  void anInstallerSignedLongAgoIsAFinding(@TempDir Path folder) throws Exception {
    try (TrialSite site = new TrialSite("2509", folder, TrialSite.START)) {
      new Releases(site).useInstaller(JULY, TrialSite.START.minus(Duration.ofDays(46)));

      assertThat(site.plan().remarks())
          .anySatisfy(remark -> assertThat(remark).contains("46 days").contains("md4ws.msi"));
    }
  }
}
