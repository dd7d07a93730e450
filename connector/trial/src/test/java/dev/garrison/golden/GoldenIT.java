package dev.garrison.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.servers.RawSite;
import dev.garrison.trial.TrialManifest;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plan that a person reads, and the site that comes of it, as files in {@code
 * src/test/resources/golden}. {@code -Dgolden.update=true} writes them anew: read the difference
 * before you commit it.
 */
@Tag("first")
final class GoldenIT {
  @TempDir Path folder;

  @Test
  void anEmptySiteGetsOneRing() throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", Golden.steady(folder))) {
      Golden.expectPlan("one-ring.plan.txt", site);
      assertThat(site.converge()).isEmpty();
      Golden.expect("one-ring.site.yaml", site.lab().dump());
    }
  }

  @Test
  void aLaterSiteTakesTheSameRouteAndSaysWhy() throws IOException {
    try (TrialSite site = new TrialSite("2207", Golden.steady(folder))) {
      Golden.expectPlan("later-site.plan.txt", site);
    }
  }

  @Test
  void oneChangedOptionIsShownAsOneLine() throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", Golden.steady(folder))) {
      assertThat(site.converge()).isEmpty();
      site.manifest().replace("sampleSharing: none", "sampleSharing: all");
      Golden.expectPlan("changed-option.plan.txt", site);
      assertThat(site.converge()).isEmpty();
      Golden.expect("changed-option.site.yaml", site.lab().dump());
    }
  }

  @Test
  void aPassiveRingGetsItsModeFirst() throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", Golden.steady(folder))) {
      site.manifest().replace("antivirus: active", TrialManifest.passive("Pilot servers"));
      Golden.expectPlan("passive-ring.plan.txt", site);
      assertThat(site.converge()).isEmpty();
      site.manifest().replace("antivirus: passive", "antivirus: active");
      Golden.expectPlan("becomes-active.plan.txt", site);
    }
  }

  @Test
  void aReleaseLessLeavesOrphansThatStay() throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", Golden.steady(folder))) {
      assertThat(site.converge()).isEmpty();
      site.manifest().replace("[2012R2, 2019, 2022]", "[2012R2, 2019]");
      Golden.expectPlan("release-less.plan.txt", site);
    }
  }

  @Test
  void everyDeviceOfTheSiteIsTheLimitOnlyWhenSaidAndThePlanSaysSo() throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", Golden.steady(folder))) {
      site.manifest()
          .replace(
              "limitingCollection: All Servers",
              "limitingCollection: SMS00001\nallowAllSystems: true");
      Golden.expectPlan("all-systems.plan.txt", site);
    }
  }

  @Test
  void namingCollectionsByIdInsteadOfByNameChangesNothing() {
    try (TrialSite site = new TrialSite("2107-rollup", Golden.steady(folder));
        RawSite raw = new RawSite(site.lab().adminService())) {
      assertThat(site.converge()).isEmpty();
      for (String name : List.of("All Servers", "Pilot servers")) {
        JsonNode collection = raw.named("SMS_Collection", "Name", name);
        site.manifest().replace(name, collection.path("CollectionID").asText());
      }
      assertThat(site.plan().converged()).isTrue();
    }
  }
}
