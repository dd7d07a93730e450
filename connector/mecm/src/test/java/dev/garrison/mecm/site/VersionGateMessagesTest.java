package dev.garrison.mecm.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate says where the site's version, rollup or route stops everything. */
final class VersionGateMessagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense | INSTALLED | AUTO | The version of site PS1 can't be read. Grant the account permission to read sites, and run the command again. [SITE_VERSION_UNKNOWN GAR-0235]
          5.00.9058.1000 | ABSENT | AUTO | Site PS1 runs 2107. The manifest states that KB11121541 is installed, but the site's list of updates doesn't show KB11121541 as installed. Install KB11121541 in the console (Administration > Updates and Servicing). The statement in the manifest applies only if the list can't be read. [ROLLUP_CONTRADICTED GAR-0239]
          5.00.9088.1000 | ABSENT | GROUP_POLICY | The deployment method "group-policy" isn't supported. The word is reserved. Set "rollout.method" to "auto" or "application". [ROUTE_RESERVED GAR-0241]
          """)
  void theReasonSaysWhatToDo(
      String version, RollupState rollup, RequestedMethod method, String reason) {
    Site site =
        new Site(
            new Site.Identity("PS1", "GUID", Optional.empty(), Optional.empty()),
            List.of(
                new HierarchySite(
                    "PS1",
                    HierarchySite.Role.PRIMARY,
                    HierarchySite.State.ACTIVE,
                    SiteVersion.parse(version),
                    Optional.empty())),
            rollup);
    RouteDecision decision =
        VersionGate.decide(
            site,
            new SiteStatement("PS1", true, false),
            new RouteRequest(method, Optional.empty(), false));
    assertThat(((RouteDecision.Refused) decision).reasons()).singleElement().hasToString(reason);
  }
}
