package dev.garrison.survey.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.reading.SmallManifest;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingHealth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which servers count as onboarded on the client-setting route. */
final class SensorHealthReaderTest {
  private static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
  private static final String MEMBERS = "SMS_FullCollectionMembership";
  private static final String SERVICES = "SMS_G_System_SERVICE";
  private static final Manifest MANIFEST = manifest("active");
  private static final Manifest GUARDED = manifest("passive");

  private final FakeAdminService site =
      new FakeAdminService()
          .table(MEMBERS, "CollectionID", "ResourceID")
          .table(SensorHealthReader.SENSOR, "ResourceID")
          .table(SERVICES, "ResourceID", "GroupID");

  private static Manifest manifest(String antivirus) {
    return SmallManifest.ofRings(
        "- {name: pilot, collections: [A], maxDevices: 50, deadline: '+3d 22:00', antivirus: "
            + antivirus
            + "}\n",
        start ->
            start
                .replace("[2019]", "[2016, 2019]")
                .replace(
                    "distribution: {groups: [All DPs]}",
                    (antivirus.equals("passive") ? "distribution: {groups: [All DPs]}\n" : "")
                        + "rollout: {method: client-setting, clientSetting: A, onboardingPolicy: B, defenderAgent: 1}"));
  }

  /** One server of 2016 and one of 2019, both with a sensor that is onboarded. */
  @BeforeEach
  void twoServersAreOnboarded() {
    member("PS100016", 1);
    member("PS100019", 2);
    for (long server : List.of(1L, 2L)) {
      site.add(
          SensorHealthReader.SENSOR, "ResourceID", server, "OnboardingState", 1, "OrgId", TENANT);
    }
  }

  private void member(String collection, long server) {
    site.add(MEMBERS, "CollectionID", collection, "ResourceID", server, "Name", "SRV" + server);
  }

  private void service(long server, int group, String name, String start) {
    site.add(SERVICES, "ResourceID", server, "GroupID", group, "Name", name, "StartMode", start);
  }

  private RingHealth pilot() {
    return health(MANIFEST, EntryFacts.NONE);
  }

  private RingHealth health(Manifest manifest, EntryFacts entries) {
    Map<String, DeploymentFact> policies =
        Map.of(
            MANIFEST.naming().deploymentFor("small", OperatingSystem.WINDOWS_SERVER_2016, "pilot"),
            new DeploymentFact(
                1, "PS100016", Optional.empty(), Optional.empty(), Optional.empty()));
    SiteCollections collections =
        new SiteCollections(
            List.of(
                part("PS100016", OperatingSystem.WINDOWS_SERVER_2016),
                part("PS100019", OperatingSystem.WINDOWS_SERVER_2019)));
    return new SensorHealthReader(site, collections)
        .read(manifest, policies, entries)
        .getOrDefault("pilot", RingHealth.NONE);
  }

  private static CollectionFact part(String id, OperatingSystem system) {
    return new CollectionFact(
        id,
        MANIFEST.naming().collectionFor("small", system, "pilot"),
        "",
        1,
        false,
        Optional.empty());
  }

  @Test
  void theSensorOfTheMonitoringAgentIsNotCountedAsOnboarded() {
    service(1, 1, "CcmExec", "Auto");
    service(2, 1, "CcmExec", "Auto");

    assertThat(pilot()).isEqualTo(new RingHealth(1, 0, 1, 0, 0));
  }

  @Test
  void aServerWithTheUnifiedAgentIsOnboarded() {
    service(1, 1, "CcmExec", "Auto");
    service(1, 2, "Sense", "Auto");

    assertThat(pilot()).isEqualTo(new RingHealth(2, 0, 0, 0, 0));
  }

  /** The agent's sensor starts by hand until it is onboarded; the other sensor reports. */
  @Test
  void aServerWhoseAgentIsInstalledAndNotOnboardedIsNotCountedAsOnboarded() {
    service(1, 2, "Sense", "Manual");

    assertThat(pilot()).isEqualTo(new RingHealth(1, 0, 1, 0, 0));
  }

  /** What its own deployment says of the mode stays: it failed. */
  @Test
  void aSensorThatProvesNothingHidesNoDeploymentThatFailed() {
    EntryFacts failed =
        new EntryFacts(
            Map.of(
                AdmissionReader.mode(
                    GUARDED, OperatingSystem.WINDOWS_SERVER_2016, GUARDED.rings().getFirst()),
                Map.of(1L, new ModeServer(1, "SRV1", DeploymentProgress.FAILED, false))),
            Map.of());
    assertThat(health(GUARDED, failed)).isEqualTo(new RingHealth(1, 1, 0, 0, 0));
  }

  @Test
  void whereServicesAreNotToldNothingProvesTheAgent() {
    assertThat(pilot()).isEqualTo(new RingHealth(1, 0, 1, 0, 0));
    service(1, 2, "Sense", "Auto");
    site.withhold(SERVICES);
    assertThat(pilot()).isEqualTo(new RingHealth(1, 0, 1, 0, 0));
  }
}
