package dev.garrison.fleet.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.antivirus.AntivirusEvidence;
import dev.garrison.fleet.antivirus.KnownAntivirus;
import dev.garrison.fleet.readiness.Requirements.Visible;
import dev.garrison.fleet.readiness.ServerFacts.Services;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.Ring.Antivirus;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.RelativeDeadline;
import dev.garrison.manifest.value.RingGate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that is ready, and one thing of it or of the site that is otherwise. */
final class ReadinessChecksTest {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";

  private String caption = "Microsoft Windows Server 2019 Standard";
  private Presence presence = new Presence(true, true, false, "5.00.9088.1007", Optional.empty());
  private Optional<Sensor> sensor = Optional.empty();
  private Optional<String> policy = Optional.empty();
  private Windows windows = new Windows(240, false);
  private Set<Service> installed = Set.of(Service.DEFENDER, Service.SENSE);
  private Set<Service> disabled = Set.of();
  private Optional<String> otherAntivirus = Optional.empty();
  private AntivirusEvidence protection = KnownAntivirus.beside("ESET");
  private Optional<Set<Update>> updates = Optional.of(Set.of(Update.KB5006714));
  private OptionalLong free = OptionalLong.of(4096);
  private OptionalInt revision = OptionalInt.of(6709);
  private Optional<Boolean> restart = Optional.of(false);
  private Visible visible = new Visible(true, true, true, true);
  private Antivirus antivirus = Antivirus.ACTIVE;
  private Set<OperatingSystem> systems = Set.of(OperatingSystem.values());
  private Map<OperatingSystem, String> beyondSite = Map.of();
  private Optional<List<Integer>> oldestClient = Optional.empty();

  private void system(String title) {
    caption = "Microsoft Windows Server " + title + " Standard";
  }

  private Readiness judged() {
    Ring ring =
        new Ring(
            "pilot",
            List.of("Pilot servers"),
            List.of(),
            25,
            new RelativeDeadline.OnDay(3, LocalTime.of(22, 0)),
            false,
            true,
            antivirus,
            true,
            List.of(),
            RingGate.DEFAULT,
            List.of(),
            Optional.empty());
    Server server =
        new Server(
            1,
            "DC01",
            "pilot",
            caption,
            Optional.of(presence),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            sensor,
            policy.isPresent(),
            KnownAntivirus.underPolicy(protection, policy),
            antivirus);
    SystemFit fit = new SystemFit(systems, beyondSite);
    Requirements needed = new Requirements(true, oldestClient, fit, Map.of("pilot", ring), visible);
    return new ReadinessJudge(new ServerStateRules(TENANT, new ExcludedServers(Map.of())), needed)
        .of(
            server,
            new ServerFacts(
                windows,
                Optional.of(new Services(installed, disabled, otherAntivirus)),
                updates,
                free,
                revision,
                restart));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          ACTIVE,  -,    ''
          PASSIVE, ESET, ''
          PASSIVE, -,    'not ready, no-other-antivirus: no other antivirus product was detected as running, but the ring uses passive mode'
          """)
  void aPassiveServerNeedsAnotherAntivirusThatIsSeenRunning(
      Ring.Antivirus mode, @Nullable String other, String finding) {
    antivirus = mode;
    protection = KnownAntivirus.beside(other);
    assertThat(found()).isEqualTo(finding);
  }

  private String found() {
    return judged().findings().stream()
        .map(one -> one.level().word() + ", " + one.what().word() + ": " + one.why())
        .collect(Collectors.joining("; "));
  }

  @Test
  void aServerThatHasAllIsReady() {
    assertThat(judged()).isEqualTo(new Readiness(Readiness.State.READY, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "1024, ''",
    "1023, 'not ready, disk-space: 1,023 MB are free on drive C:, less than the required 1,024 MB'",
    "-1, 'unknown, disk-space: the free space on drive C: is unknown (SMS_G_System_LOGICAL_DISK)'"
  })
  void aGigabyteIsFreeOnDriveC(long megabytes, String finding) {
    free = megabytes < 0 ? OptionalLong.empty() : OptionalLong.of(megabytes);
    assertThat(found()).isEqualTo(finding);
  }

  @Test
  void aServerThatWaitsForARestartIsNotReady() {
    restart = Optional.of(true);
    assertThat(found()).isEqualTo("not ready, restart-pending: a restart is pending");
    restart = Optional.empty();
    assertThat(found()).isEmpty();
  }

  @Test
  void whatAzureArcManagesMayBeOnboardedTwice() {
    installed = Set.of(Service.DEFENDER, Service.SENSE, Service.ARC);
    assertThat(found())
        .isEqualTo(
            "unknown, azure-arc: Azure Arc manages the server (service himds), so Defender for Cloud may also onboard the server");
  }

  @ParameterizedTest
  @CsvSource({
    "2515, true, ''",
    "2514, true, 'not ready, updates: the Windows version is 14393.2514, older than 14393.2515 (KB4457127 of 2018-09-20)'",
    "-1, true, 'unknown, updates: the Windows revision is unknown (SMS_R_System.BuildExt)'",
    "-1, false, ''",
    "2514, false, ''"
  })
  void windowsServer2016HasTheUpdateOfSeptember2018(int known, boolean shown, String finding) {
    system("2016");
    visible = new Visible(true, shown, true, true);
    revision = known < 0 ? OptionalInt.empty() : OptionalInt.of(known);
    assertThat(found()).isEqualTo(finding);
  }

  @Test
  void windowsServer2012R2HasItsThreeUpdatesOrTheRollupThatHoldsThem() {
    system("2012 R2");
    updates = Optional.of(Set.of(Update.KB2999226, Update.KB3045999, Update.KB3080149));
    assertThat(found()).isEmpty();
    updates = Optional.of(Set.of(Update.KB2999226, Update.KB2919355));
    assertThat(found())
        .isEqualTo(
            "unknown, updates: inventory doesn't show KB3045999, KB3080149; a later monthly rollup contains the same fixes under"
                + " another number");
    updates = Optional.of(Set.of(Update.KB2919355, Update.KB5006714));
    assertThat(found()).isEmpty();
    updates = Optional.empty();
    assertThat(found())
        .isEqualTo(
            "unknown, updates: inventory doesn't show installed updates (SMS_G_System_QUICK_FIX_ENGINEERING)");
  }

  @Test
  void systemCenterEndpointProtectionIsNotedWhereItIsRemoved() {
    installed = Set.of(Service.SCEP);
    system("2012 R2");
    assertThat(found())
        .isEqualTo("note, scep: System Center Endpoint Protection is installed (service MsMpSvc)");
    assertThat(judged().state()).isEqualTo(Readiness.State.READY);
    system("2016");
    assertThat(found())
        .isEqualTo(
            "not ready, defender: Microsoft Defender Antivirus isn't installed (no service WinDefend)");
  }

  @ParameterizedTest
  @CsvSource({"2012 R2, true", "2016, true", "2019, false", "2022, false", "2025, false"})
  void theSensorIsThereWhereWindowsBringsItAlong(String title, boolean ready) {
    system(title);
    installed = Set.of(Service.DEFENDER);
    assertThat(found())
        .isEqualTo(ready ? "" : "not ready, defender: the service Sense isn't installed");
  }

  @Test
  void anAntivirusThatIsDisabledDoesNotGuard() {
    disabled = Set.of(Service.DEFENDER);
    assertThat(found())
        .isEqualTo(
            "not ready, defender: Microsoft Defender Antivirus is disabled (service WinDefend)");
    antivirus = Antivirus.PASSIVE;
    assertThat(found()).isEmpty();
  }

  @Test
  void anotherAntivirusStandsInTheWayOfAnActiveOne() {
    otherAntivirus = Optional.of("Fabrikam Antivirus");
    assertThat(found())
        .isEqualTo(
            "not ready, other-antivirus: Fabrikam Antivirus is installed, but the ring uses active mode");
    antivirus = Antivirus.PASSIVE;
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "not set, ''",
    "1, 'not ready, defender: the policy DisableAntiSpyware is 1, which turns off Microsoft Defender Antivirus'"
  })
  void aPolicyThatTurnsTheAntivirusOffStandsInTheWay(String value, String finding) {
    policy = Optional.of(value);
    assertThat(found()).isEqualTo(finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Microsoft Windows Server Datacenter, version 1809|is a release of the Semi-Annual Channel (Server Core), which Garrison doesn't onboard",
        "Microsoft Windows Storage Server 2016 Standard|is Windows Storage Server, which Garrison doesn't onboard",
        "Microsoft Hyper-V Server 2016|is an operating system that Garrison doesn't onboard"
      })
  void aReleaseThatIsNotOnboardedIsCalledWhatItIs(String name, String what) {
    caption = name;
    assertThat(found()).isEqualTo("not ready, system: %s %s".formatted(name, what));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2012 R2|not ready, defender: the policy DisableAntiSpyware is 1, so install.ps1 doesn't install the sensor (exit code 39)",
        "2016|not ready, defender: the policy DisableAntiSpyware is 1, so install.ps1 doesn't install the sensor (exit code 39)",
        "2019|note, defender: the policy DisableAntiSpyware is 1; Microsoft Defender Antivirus stays off if it was present before onboarding, and is passive otherwise"
      })
  void inAPassiveRingThatPolicyStandsInTheWayOfTheInstallerAlone(String title, String finding) {
    system(title);
    antivirus = Antivirus.PASSIVE;
    policy = Optional.of("1");
    assertThat(found()).isEqualTo(finding);
  }

  @ParameterizedTest
  @CsvSource({
    "5.00.9088.1007, ''",
    "5.00.9088.1006, ''",
    "5.00.9088.1005, 'not ready, client-too-old: the Configuration Manager client is 5.00.9088.1005, older than 5.00.9088.1006'",
    "5.1, 'unknown, client-too-old: the version of the Configuration Manager client is unknown'",
    "'', 'unknown, client-too-old: the version of the Configuration Manager client is unknown'"
  })
  void theClientIsNewEnough(String version, String finding) {
    oldestClient = Optional.of(List.of(5, 0, 9088, 1006));
    presence = new Presence(true, true, false, version, Optional.empty());
    assertThat(found()).isEqualTo(finding);
  }

  @Test
  void aClientThatIsSilentForLongMayHaveAnOldInventory() {
    presence = new Presence(true, false, false, "5.00.9088.1007", Optional.empty());
    assertThat(found())
        .isEqualTo(
            "unknown, inactive: the client hasn't contacted the site recently, so inventory may be out of date");
  }

  @Test
  void aSystemThatNobodyToldIsUnknownAndNothingOfItIsGuessed() {
    caption = "";
    free = OptionalLong.empty();
    assertThat(found())
        .isEqualTo(
            "unknown, no-inventory: the operating system is unknown (SMS_G_System_OPERATING_SYSTEM)");
  }

  @Test
  void aSystemThatIsNotOnboardedIsNotReady() {
    caption = "Microsoft Windows Server 2008 R2 Standard";
    assertThat(found())
        .isEqualTo(
            "not ready, system: Microsoft Windows Server 2008 R2 Standard is an operating system that Garrison doesn't onboard");
  }

  @Test
  void windowsServer2025NeedsASiteThatKnowsIt() {
    system("2025");
    beyondSite = Map.of(OperatingSystem.WINDOWS_SERVER_2025, "2409");
    installed = Set.of();
    assertThat(found())
        .isEqualTo("not ready, system: Windows Server 2025 requires site version 2409");
    system("2022");
    installed = Set.of(Service.DEFENDER, Service.SENSE);
    assertThat(found()).isEmpty();
  }

  @Test
  void ofASystemThatTheManifestLeavesOutNothingElseIsLookedAt() {
    systems = Set.of(OperatingSystem.WINDOWS_SERVER_2022);
    installed = Set.of();
    assertThat(found())
        .isEqualTo("not ready, system: \"operatingSystems\" doesn't contain Windows Server 2019");
  }

  @Test
  void aServerOfAnotherTenantIsNotReady() {
    sensor = Optional.of(new Sensor(1, "77aa", true, Optional.empty()));
    assertThat(found()).isEqualTo("not ready, other-tenant: onboarded to tenant 77aa");
  }

  @Test
  void whereNoSensorIsShownAnotherTenantIsNotRuledOut() {
    visible = new Visible(true, true, true, false);
    assertThat(found())
        .isEqualTo(
            "unknown, other-tenant: the site doesn't show whether the server is onboarded, or to which tenant"
                + " (SMS_G_System_AdvancedThreatProtectionHealthStatus)");
  }

  @Test
  void aServerThatIsOnboardedNeedsNothing() {
    sensor = Optional.of(new Sensor(1, TENANT, true, Optional.empty()));
    free = OptionalLong.of(1);
    assertThat(judged()).isEqualTo(new Readiness(Readiness.State.ONBOARDED, List.of()));
  }

  @Test
  void aServerWithoutAClientIsApart() {
    presence = new Presence(false, false, false, "", Optional.empty());
    assertThat(found())
        .isEqualTo("apart, no-client: Configuration Manager doesn't manage the server");
    presence = new Presence(true, true, true, "", Optional.empty());
    assertThat(found()).isEqualTo("apart, obsolete: the record of the server is obsolete");
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, 'not ready, no-window: no maintenance window applies, and the ring requires one'",
    "0, true, 'not ready, no-window: the maintenance windows are only for software updates or task sequences, which don''t hold back an application'",
    "1, false, 'not ready, window-too-short: the longest maintenance window lasts 1 minute, shorter than the maximum run time of '"
  })
  void aServerHasAWindowThatIsLongEnough(int minutes, boolean others, String finding) {
    windows = new Windows(minutes, others);
    assertThat(found()).startsWith(finding);
  }

  @Test
  void aWindowAsLongAsTheRunTimeIsLongEnough() {
    int needed = OperatingSystem.WINDOWS_SERVER_2019.maximumMinutes();
    windows = new Windows(needed, false);
    assertThat(found()).isEmpty();
    windows = new Windows(needed - 1, false);
    assertThat(judged().state()).isEqualTo(Readiness.State.NOT_READY);
  }

  @Test
  void whereNoWindowIsShownNobodyKnowsIt() {
    visible = new Visible(false, true, true, true);
    assertThat(found())
        .isEqualTo(
            "unknown, no-window: the maintenance windows are unknown (SMS_CollectionSettings)");
  }
}
