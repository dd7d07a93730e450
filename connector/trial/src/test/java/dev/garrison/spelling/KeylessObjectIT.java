package dev.garrison.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.fault.RequestMatcher;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An object without the property that tells it from others is no object number 0. */
final class KeylessObjectIT {
  private @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "prerequisites, SMS_R_System, ResourceId",
    "prerequisites, SMS_G_System_SERVICE, ResourceID",
    "prerequisites, SMS_G_System_SERVICE, GroupID",
    "prerequisites, SMS_G_System_QUICK_FIX_ENGINEERING, ResourceID",
    "prerequisites, SMS_G_System_LOGICAL_DISK, ResourceID",
    "prerequisites, SMS_CombinedDeviceResources, ResourceID",
    "prerequisites, SMS_G_System_OPERATING_SYSTEM, ResourceID",
    "prerequisites, SMS_Collection, CollectionID",
    "status, SMS_FullCollectionMembership, ResourceID",
    "status, SMS_G_System_AdvancedThreatProtectionHealthStatus, ResourceID",
    "status, SMS_AppDeploymentAssetDetails, AssignmentID",
    "status, SMS_AppDeploymentAssetDetails, MachineID",
    "status, SMS_ApplicationAssignment, AssignmentID",
    "status, SMS_ApplicationAssignment, TargetCollectionID",
    "plan, SMS_Site, SiteCode",
    "plan, SMS_Application, CI_ID",
    "plan, SMS_Application, ModelName",
    "plan, SMS_DistributionPointGroup, GroupID",
    "plan, SMS_ContentPackage, PackageID",
    "plan, SMS_DPGroupContentInfo, ObjectID",
    "plan, SMS_DPGroupDistributionStatusDetails, ObjectID",
    "plan, SMS_PackageStatusDistPointsSummarizer, ServerNALPath",
    "plan, SMS_DeploymentType, AppModelName",
    "plan, SMS_ClientSettings, SettingsID",
  })
  void itIsRefusedWithClassPropertyAndAddress(String command, String type, String property) {
    try (TrialSite site = new TrialSite("2207", folder)) {
      site.settle();
      site.pass(Duration.ofDays(5));
      site.apply();
      site.lab()
          .faults()
          .withoutPropertyFromNowOn(RequestMatcher.of("GET", "/wmi/" + type + "(\\?|$)"), property);
      assertThat(Screens.of(site, command).replaceAll("\\s+", " "))
          .contains("GAR-0262")
          .containsIgnoringCase(
              "an object of the class "
                  + type
                  + " without "
                  + property
                  + ": GET wmi/"
                  + type
                  + "?");
    }
  }
}
