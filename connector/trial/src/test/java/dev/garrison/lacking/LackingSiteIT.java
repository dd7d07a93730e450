package dev.garrison.lacking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.lab.ServedRequest;
import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What apply will need is looked for by plan, before anything is written. */
final class LackingSiteIT {
  private @TempDir Path folder;

  private static List<String> writes(TrialSite site) {
    return site.lab().requests().writes().stream().map(ServedRequest::path).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "SMS_Collection.RequestRefresh",
    "SMS_Collection.RefreshType",
    "SMS_Application.SDMPackageXML",
    "SMS_ApplicationAssignment.SuppressReboot",
  })
  void itIsRefusedByThePlanAndNothingIsWritten(String member) {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.lab().lack(member);
      assertThat(site.apply())
          .anySatisfy(problem -> {
            assertThat(problem.code().number()).isEqualTo(212);
            assertThat(problem.problem())
                .contains("can't be created: this site doesn't offer " + member + ".");
          });
      assertThat(writes(site)).isEmpty();
    }
  }

  @Test
  void contentIsGivenToAGroupByHandWhereTheSiteHasNoMethodForIt() {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.lab().lack("SMS_ContentPackage.AddDistributionPointGroup");
      List<Diagnostic> failed = site.apply();
      site.pass(Duration.ofMinutes(10));
      assertThat(failed).isEmpty();
      assertThat(site.plan().changes())
          .filteredOn(change -> change.address().kind().equals("distribution"))
          .isNotEmpty()
          .allSatisfy(change -> {
            assertThat(change.action()).isEqualTo(Action.MANUAL);
            assertThat(change.step().orElseThrow().powershell())
                .startsWith("Start-CMContentDistribution -ApplicationName '")
                .endsWith("-DistributionPointGroupName 'Europe DPs'");
          });
    }
  }

  @Test
  void aRuleIsTakenAwayByHandWhereTheSiteHasNoMethodForIt() {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.makeCollection("Others", "WEB01");
      site.settle();
      site.lab().lack("SMS_Collection.DeleteMembershipRule");
      site.manifest().replace("collections: [Pilot servers]", "collections: [Others]");
      assertThat(site.plan().changes())
          .filteredOn(change -> change.action() == Action.MANUAL)
          .extracting(PlannedChange::summary)
          .singleElement()
          .asString()
          .startsWith("this build can't change the rules of an existing collection: ");
    }
  }

  /** None of these has a public reader over the administration service. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SMS_DPGroupPackages",
        "SMS_DPGroupContentInfo",
        "SMS_PackageToContent",
        "SMS_DPGroupPackages SMS_DPGroupContentInfo SMS_PackageToContent"
      })
  void contentIsSentWithoutTheClassesThatNobodyIsKnownToRead(String classes) {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.lab().lack(classes.split(" ", -1));
      assertThat(site.converge()).isEmpty();
      assertThat(site.lab().dump()).contains("Europe DPs");
    }
  }

  /** A class that is offered and has no rows proves as little as one that is missing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SMS_DPGroupPackages",
        "SMS_DPGroupContentInfo",
        "(SMS_DPGroupPackages|SMS_DPGroupContentInfo)",
        "SMS_PackageToContent",
        "SMS_(DPGroupPackages|DPGroupContentInfo|PackageToContent)"
      })
  void contentIsSentWhereTheseClassesShowNoRows(String classes) {
    try (TrialSite site = new TrialSite("2509", folder)) {
      site.lab().faults().noRowsFromNowOn(RequestMatcher.of("GET", "/wmi/" + classes + "\\?"));
      assertThat(site.converge()).isEmpty();
      assertThat(site.lab().dump()).contains("Europe DPs");
    }
  }
}
