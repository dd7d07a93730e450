package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.resource.Address;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.state.StoredPlan;
import dev.garrison.survey.ring.RingRoster;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of servers, as a change board's report lists them. */
final class RosterIT {
  private static final String MEMBERS = "SMS_FullCollectionMembership";

  @TempDir Path folder;

  private static List<RingRoster> rosters(TrialSite site) {
    try (OpenSession open = site.open()) {
      return open.session().rosters();
    }
  }

  private static long membershipReads(TrialSite site) {
    return site.lab().requests().all().stream()
        .filter(request -> request.path().contains(MEMBERS))
        .count();
  }

  @Test
  void theServersOfARingAreNamedWithoutThoseItExcludes() {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(rosters(site).getFirst().names())
          .containsExactly("APP02", "FS01", "WEB01", "WEB02");
      site.manifest()
          .replace(
              "collections: [Pilot servers]",
              "collections: [All Servers]\n    exclude: [Pilot servers]");
      site.manifest()
          .replace(
              "limitingCollection: All Servers",
              "limitingCollection: SMS00001\nallowAllSystems: true");
      RingRoster roster = rosters(site).getFirst();
      assertThat(roster.servers()).isEqualTo(roster.names().size());
      assertThat(roster.names()).contains("SQL01").doesNotContain("FS01", "WKS01");
      assertThat(roster.through())
          .contains(
              new Address("collection", "MDE pilot - all"),
              new Address("collection", "MDE pilot - 2019"),
              new Address("deployment", "MDE pilot - 2019"),
              new Address("deployment", "MDE pilot - 2019 antivirus passive"))
          .as("a collection for all, and for each system one with what either route deploys to it")
          .hasSize(1 + 3 * 9);
    }
  }

  @Test
  void ofALargeRingTheFirstNamesAreKeptAndTheRestIsCountedInOneRequest() {
    try (TrialSite site = new TrialSite("large", folder)) {
      long before = membershipReads(site);
      site.manifest().replace("[Pilot servers]", "[Slice 001]");
      RingRoster roster = rosters(site).getFirst();
      assertThat(roster.names()).hasSize(RingRoster.MOST_NAMES).isSorted();
      assertThat(roster.servers()).isGreaterThan(RingRoster.MOST_NAMES);
      assertThat(roster.unnamed()).isEqualTo(roster.servers() - RingRoster.MOST_NAMES);
      assertThat(membershipReads(site) - before).isEqualTo(1);
    }
  }

  @Test
  void namesAreNoPartOfThePlan() {
    try (TrialSite site = new TrialSite("2107-rollup", folder);
        OpenSession open = site.open()) {
      StoredPlan plan =
          open.session()
              .stored(open.session().plan(Allowances.NONE), Optional.empty(), Optional.empty());
      assertThat(open.session().planFiles().text(plan)).doesNotContain("WEB01", "FS01");
    }
  }
}
