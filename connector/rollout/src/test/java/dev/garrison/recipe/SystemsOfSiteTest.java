package dev.garrison.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.site.HierarchySite;
import dev.garrison.mecm.site.SiteVersion;
import dev.garrison.survey.Survey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SystemsOfSiteTest {
  private static ManifestResult manifest(String systems) {
    return Manifests.of(
        "limitingCollection: All Servers" + systems, "collections: [Pilot servers]");
  }

  private static Survey site(String version) {
    HierarchySite primary =
        new HierarchySite(
            "PS1",
            HierarchySite.Role.PRIMARY,
            HierarchySite.State.ACTIVE,
            SiteVersion.parse(version),
            Optional.empty());
    return Manifests.survey(List.of(primary), Set.of());
  }

  private static List<String> problems(ManifestResult read, Survey survey) {
    return new SiteFit(read, survey)
        .problems().stream()
            .filter(problem -> problem.code() == RecipeCode.SITE_TOO_OLD_FOR_SYSTEM)
            .map(Diagnostic::toString)
            .toList();
  }

  @Test
  void theDefaultLeaves2025OutOnASiteThatDoesNotKnowIt() {
    SystemsOfSite systems = new SystemsOfSite(manifest(""), site("5.00.9128.1000"));
    assertThat(systems.meant()).hasSize(4).doesNotContain(OperatingSystem.WINDOWS_SERVER_2025);
    assertThat(systems.leftOut())
        .contains(
            "the manifest names no operating systems, and 2025 is left out of the default: it needs site version 2409, and this site is 5.00.9128.1000");
    assertThat(problems(systems.read(), systems.survey())).isEmpty();
  }

  @Test
  void theDefaultIsWholeFrom2409On() {
    SystemsOfSite systems = new SystemsOfSite(manifest(""), site("5.00.9132.1000"));
    assertThat(systems.meant()).containsExactly(OperatingSystem.values());
    assertThat(systems.leftOut()).isEmpty();
  }

  @Test
  void naming2025IsRefusedWhereTheSiteDoesNotKnowIt() {
    SystemsOfSite systems =
        new SystemsOfSite(manifest("\noperatingSystems: [2019, 2025]"), site("5.00.9128.1000"));
    assertThat(systems.leftOut()).isEmpty();
    assertThat(problems(systems.read(), systems.survey()))
        .containsExactly(
            "Windows Server 2025 requires site version 2409, but this site has version 5.00.9128.1000 (garrison.yaml:15). Remove 2025 from \"operatingSystems\" until the site is updated. [SITE_TOO_OLD_FOR_SYSTEM GAR-0529]");
  }

  @Test
  void otherNamedReleasesStayAsTheyAre() {
    SystemsOfSite systems =
        new SystemsOfSite(manifest("\noperatingSystems: [2019]"), site("5.00.9128.1000"));
    assertThat(systems.meant()).containsExactly(OperatingSystem.WINDOWS_SERVER_2019);
    assertThat(systems.leftOut()).isEmpty();
  }
}
