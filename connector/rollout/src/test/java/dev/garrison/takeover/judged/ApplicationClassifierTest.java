package dev.garrison.takeover.judged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Content.ContentFile;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.Program.Experience;
import dev.garrison.mecm.application.model.Program.Uninstall;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.model.RegistryClause.DataType;
import dev.garrison.mecm.application.model.RegistryClause.Operator;
import dev.garrison.takeover.seen.SeenApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application is taken for, how surely, and why; each row is one sign that decides. */
final class ApplicationClassifierTest {
  private static final String STATUS =
      "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status";
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
  private static final String PRODUCT = "0123456789abcdef0123456789abcdef";

  private String title = "Sensor";
  private String digest = "";
  private boolean understood = true;
  private final List<RegistryClause> detection = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final TreeSet<String> platforms = new TreeSet<>();

  private void detects(String key, String valueName, Operator operator, String constant) {
    detection.add(new RegistryClause(key, valueName, DataType.String, operator, constant, true));
  }

  private void detects(String key, String valueName, String constant) {
    detects(key, valueName, Operator.Equals, constant);
  }

  private Optional<JudgedApplication> judged() {
    Application model =
        new Application(
            "Application_1",
            title,
            "",
            "",
            "",
            new DeploymentType(
                "DeploymentType_1",
                "Script",
                "",
                Content.downloaded(
                    "Content_1",
                    "\\\\fs01\\mde\\",
                    files.stream().map(name -> new ContentFile(name, 1)).toList()),
                new Program("x", Uninstall.none(), ExitCodes.ofOneStep(), Experience.hidden(5, 60)),
                platforms,
                List.of(),
                detection));
    return ApplicationClassifier.of(
        new SeenApplication(
            "ScopeId_1/Application_1",
            title,
            "",
            digest,
            understood ? Optional.of(model) : Optional.empty()));
  }

  private void assertJudged(Purpose purpose, Confidence sureness, String... why) {
    JudgedApplication judged = judged().orElseThrow();
    assertThat(judged.purpose()).isEqualTo(purpose);
    assertThat(judged.sureness()).isEqualTo(sureness);
    assertThat(judged.why()).map(Text::toString).containsExactly(why);
  }

  @Test
  void anApplicationOfAnotherKindIsNotJudged() {
    digest = "<Args>setup.exe /s</Args>";
    assertThat(judged()).isEmpty();
  }

  @Test
  void theSensorsStateProvesOnboarding() {
    detects(STATUS, "OnboardingState", "1");
    assertJudged(Purpose.ONBOARDS, Confidence.CERTAIN, "detection: OnboardingState is 1");
    assertThat(judged().orElseThrow().orgId()).isEmpty();
  }

  @Test
  void itsTenantIsNamedInSmallLetters() {
    detects(STATUS, "OnboardingState", "1");
    detects(STATUS, "OrgId", "5D1F0A3E-6C4B-4F0E-9A57-1B2C3D4E55C2");
    assertJudged(
        Purpose.ONBOARDS,
        Confidence.CERTAIN,
        "detection: OnboardingState is 1",
        "detection: OrgId is " + TENANT);
    assertThat(judged().orElseThrow().orgId()).contains(TENANT);
  }

  @Test
  void theTenantAloneProvesOnboardingToo() {
    detects(STATUS, "OrgId", TENANT);
    assertJudged(Purpose.ONBOARDS, Confidence.CERTAIN, "detection: OrgId is " + TENANT);
  }

  @Test
  void ourOwnOnboardingIsRecognisedByTheSameSigns() {
    detection.addAll(RegistryClause.onboardedTo(TENANT));
    assertJudged(
        Purpose.ONBOARDS,
        Confidence.CERTAIN,
        "detection: OnboardingState is 1",
        "detection: OrgId is " + TENANT);
  }

  @Test
  void ourOwnOffboardingIsNotTakenForOnboarding() {
    detection.addAll(RegistryClause.offboarded());
    files.add("WindowsDefenderATP.offboarding");
    assertThat(judged().orElseThrow().purpose()).isEqualTo(Purpose.OFFBOARDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"OnboardingState", "OrgId"})
  void aValueThatMustNotExistProvesNothing(String valueName) {
    detects(STATUS, valueName, Operator.NotExists, "");
    assertThat(judged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "onboardingstate, 1, Equals, true",
    "OnboardingState, 0, Equals, false",
    "OnboardingState, 1, NotEquals, false",
    "State, 1, Equals, false"
  })
  void onlyTheStateThatOnboardingLeavesProvesIt(
      String valueName, String constant, Operator operator, boolean proven) {
    detects(STATUS, valueName, operator, constant);
    assertThat(judged().isPresent()).isEqualTo(proven);
  }

  @ParameterizedTest
  @CsvSource({"OnboardingState, 1", "OrgId, 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2"})
  void valuesOfAnotherKeyProveNothing(String valueName, String constant) {
    detects(STATUS + "2", valueName, constant);
    assertThat(judged()).isEmpty();
  }

  @Test
  void theKeyMayBeWrittenInAnyLetters() {
    detects(
        "software\\microsoft\\WINDOWS ADVANCED THREAT PROTECTION\\status", "OnboardingState", "1");
    assertThat(judged()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"WindowsDefenderATPOffboardingScript.cmd", "WindowsDefenderATP.offboarding"})
  void microsoftsOffboardingScriptMakesOffboardingLikely(String file) {
    files.add(file);
    assertJudged(Purpose.OFFBOARDS, Confidence.LIKELY, "Microsoft's offboarding script");
    assertThat(judged().orElseThrow().onboards()).isFalse();
  }

  @Test
  void whatProvesOnboardingComesBeforeAScriptThatOffboards() {
    files.add("WindowsDefenderATP.offboarding");
    detects(STATUS, "OnboardingState", "1");
    assertThat(judged().orElseThrow().purpose()).isEqualTo(Purpose.ONBOARDS);
  }

  @Test
  void theTenantComesBeforeAScriptThatOffboards() {
    files.add("WindowsDefenderATP.offboarding");
    detects(STATUS, "OrgId", TENANT);
    assertThat(judged().orElseThrow().purpose()).isEqualTo(Purpose.ONBOARDS);
  }

  @Test
  void aScriptThatOffboardsComesBeforeAMode() {
    files.add("WindowsDefenderATP.offboarding");
    detects(POLICY, "ForceDefenderPassiveMode", "1");
    assertThat(judged().orElseThrow().purpose()).isEqualTo(Purpose.OFFBOARDS);
  }

  @ParameterizedTest
  @CsvSource({"ForceDefenderPassiveMode, 0", "forcedefenderpassivemode, 1"})
  void thePassiveModeProvesAMode(String valueName, String constant) {
    detects(POLICY, valueName, constant);
    detects(POLICY, "AllowSampleCollection", "0");
    assertJudged(
        Purpose.ANTIVIRUS_MODE,
        Confidence.CERTAIN,
        "detection: ForceDefenderPassiveMode is " + constant);
  }

  @ParameterizedTest
  @CsvSource({"AllowSampleCollection, 0", "TelemetryProxyServer, proxy.contoso.example:8080"})
  void sampleSharingOrAProxyProveSettings(String valueName, String constant) {
    detects(POLICY, valueName, constant);
    files.add("md4ws.msi");
    assertJudged(
        Purpose.SETTINGS, Confidence.CERTAIN, "detection: %s is %s".formatted(valueName, constant));
  }

  @Test
  void ofTwoSettingsSampleSharingIsNamed() {
    detects(POLICY, "TelemetryProxyServer", "proxy");
    detects(POLICY, "AllowSampleCollection", "1");
    assertJudged(Purpose.SETTINGS, Confidence.CERTAIN, "detection: AllowSampleCollection is 1");
  }

  @ParameterizedTest
  @CsvSource({
    "WindowsDefenderATPOnboardingScript.cmd, Microsoft's onboarding script",
    "WindowsDefenderATPLocalOnboardingScript.cmd, Microsoft's onboarding script",
    "WindowsDefenderATP.onboarding, Microsoft's onboarding script",
    "MD4WS.MSI, md4ws.msi"
  })
  void namesOfMicrosoftsFilesMakeOnboardingLikely(String file, String why) {
    files.add(file);
    assertJudged(Purpose.ONBOARDS, Confidence.LIKELY, why);
    assertThat(judged().orElseThrow().onboards()).isTrue();
  }

  @Test
  void theServiceOfTheSensorMakesOnboardingLikely() {
    digest = "<Key>SYSTEM\\CurrentControlSet\\Services\\Sense</Key>";
    assertJudged(Purpose.ONBOARDS, Confidence.LIKELY, "detection: the service Sense");
  }

  @Test
  void allSignsAreTold() {
    digest =
        "SYSTEM\\CurrentControlSet\\Services\\Sense Installer\\Products\\"
            + PRODUCT
            + " install.ps1 md4ws.msi WindowsDefenderATP.onboarding";
    assertJudged(
        Purpose.ONBOARDS,
        Confidence.LIKELY,
        "Microsoft's onboarding script",
        "md4ws.msi",
        "install.ps1",
        "detection: the service Sense",
        "detection: a packed ProductCode, which every release of md4ws.msi changes");
  }

  @ParameterizedTest
  @CsvSource({
    "Defender for Endpoint, install.ps1, install.ps1",
    "microsoft defender, INSTALLER\\PRODUCTS\\0123456789abcdef0123456789abcdef, 'detection: a packed ProductCode, which every release of md4ws.msi changes'",
    "Defender, Installer\\UserData\\S-1-5-18\\Products\\0123456789abcdef0123456789abcdef, 'detection: a packed ProductCode, which every release of md4ws.msi changes'"
  })
  void weakSignsUnderATitleOfDefenderMakeOnboardingPossible(String named, String sign, String why) {
    title = named;
    digest = sign;
    assertJudged(Purpose.ONBOARDS, Confidence.POSSIBLE, why);
    assertThat(judged().orElseThrow().onboards()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Sensor, install.ps1",
    "Defender, setup.exe",
    "Defender, Installer\\Products\\0123456789abcdef"
  })
  void aWeakSignOrATitleAloneSaysNothing(String named, String sign) {
    title = named;
    digest = sign;
    assertThat(judged()).isEmpty();
  }

  @Test
  void aDigestThatIsNotUnderstoodIsSearchedForNames() {
    understood = false;
    digest = "<Other>MD4WS.MSI</Other>";
    assertJudged(Purpose.ONBOARDS, Confidence.LIKELY, "md4ws.msi");
    assertThat(judged().orElseThrow().systems()).isEmpty();
  }

  @Test
  void namesOfFilesAreFoundBesideTheDigest() {
    digest = "<Args>powershell</Args>";
    files.addAll(List.of("a.txt", "md4ws.msi"));
    assertJudged(Purpose.ONBOARDS, Confidence.LIKELY, "md4ws.msi");
  }

  @Test
  void systemsAreReadFromPlatforms() {
    files.add("md4ws.msi");
    platforms.add("Windows/All_x64_Windows_Server_2012_R2");
    platforms.add("Windows/All_x64_Windows_Server_2019_and_higher");
    platforms.add("Windows/All_x64_Windows_10");
    assertThat(judged().orElseThrow().systems())
        .containsExactlyInAnyOrder(
            OperatingSystem.WINDOWS_SERVER_2012_R2, OperatingSystem.WINDOWS_SERVER_2019);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsAtLeastLikelyGoesIntoAManifest(Confidence sureness) {
    for (Purpose purpose : Purpose.values()) {
      JudgedApplication judged =
          new JudgedApplication(
              new SeenApplication("m", "t", "", "", Optional.empty()),
              purpose,
              sureness,
              List.of(),
              Optional.empty(),
              Set.of());
      assertThat(judged.onboards())
          .isEqualTo(purpose == Purpose.ONBOARDS && sureness != Confidence.POSSIBLE);
    }
  }

  @Test
  void screensSayTheseWords() {
    assertThat(Arrays.stream(Purpose.values()).map(Purpose::words).map(Text::toString))
        .containsExactly(
            "onboards servers",
            "sets an antivirus mode",
            "writes sample sharing or proxies",
            "offboards servers");
    assertThat(Arrays.stream(Confidence.values()).map(Confidence::word))
        .containsExactly("certain", "likely", "possible");
  }
}
