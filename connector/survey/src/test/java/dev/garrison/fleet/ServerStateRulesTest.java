package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.antivirus.KnownAntivirus;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.language.Language;
import dev.garrison.language.RecordedText;
import dev.garrison.manifest.Ring.Antivirus;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a server stands, by hand. */
final class ServerStateRulesTest {
  private static final String OURS = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final String OTHER = "77aa0000-0000-4000-8000-000000000003";
  private static final Optional<Instant> NOW = hour("20");
  private static final ServerStateRules JUDGE =
      new ServerStateRules(
          OURS, new ExcludedServers(Map.of("sql01.contoso.example", "excluded until May: CHG1")));

  /**
   * One row of the table.
   *
   * @param device its flags: c client, a active, o obsolete, w Windows known; ? nothing known
   * @param deployment StatusType/EnforcementState/error@hour; - for none
   * @param sensor state/tenant/running@hour, where the tenant is ours, other, near (ours but for
   *     the last digit) or none; - for none
   * @param mode as the deployment
   */
  private static Server server(String device, String deployment, String sensor, String mode) {
    String[] sensed = sensor.split("[/@]", -1);
    Optional<Instant> scan = sensor.equals("-") ? Optional.empty() : hour(sensed[3]);
    return KnownServer.of(
        16777219,
        "DC01",
        "pilot",
        device.contains("w") ? "Microsoft Windows Server 2019" : "",
        device.equals("?")
            ? Optional.empty()
            : Optional.of(
                new Presence(
                    device.contains("c"),
                    device.contains("a"),
                    device.contains("o"),
                    "5.00.9088.1007",
                    scan)),
        status(deployment),
        status(mode),
        sensor.equals("-")
            ? Optional.empty()
            : Optional.of(
                new Sensor(
                    Long.parseLong(sensed[0]),
                    tenant(sensed[1]),
                    sensed[2].equals("runs"),
                    Optional.empty())));
  }

  private static String tenant(String word) {
    return switch (word) {
      case "ours" -> OURS.toUpperCase(Locale.ROOT);
      case "other" -> OTHER;
      case "near" -> OURS.replaceFirst(".$", "3");
      default -> "";
    };
  }

  private static Optional<DeploymentStatus> status(String text) {
    if (text.equals("-")) {
      return Optional.empty();
    }
    String[] parts = text.split("[/@]", -1);
    return Optional.of(
        new DeploymentStatus(
            Long.parseLong(parts[0]),
            Long.parseLong(parts[1]),
            Long.decode(parts[2]),
            "",
            hour(parts[3])));
  }

  private static Optional<Instant> hour(String hour) {
    return hour.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.parse("2026-11-24T%s:00:00Z".formatted(hour)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "caw  | 1/1000/0@10  | -               | - | onboarded           | onboarded to this tenant",
        "caw  | 1/1001/0@10  | 1/ours/runs@12  | - | onboarded           | onboarded to this tenant",
        "caw  | -            | 1/ours/runs@12  | - | onboarded           | onboarded to this tenant",
        "caw  | 2/2005/0@10  | 1/ours/runs@09  | - | onboarded           | onboarded to this tenant",
        "caw  | 4/4000/0@10  | 1/ours/runs@09  | - | onboarded           | onboarded to this tenant",
        "c    | -            | 1/ours/runs@12  | - | onboarded           | onboarded to this tenant",
        "caw  | -            | 0/none/no@12    | - | not-targeted        | no onboarding deployment targets the server",
        "caw  | -            | -               | 1/1000/0@10 | waiting   | the antivirus mode is set; the next \"garrison apply\" onboards the server",
        "caw  | -            | 0/none/no@12    | 1/1000/0@10 | waiting   | the antivirus mode is set; the next \"garrison apply\" onboards the server",
        "caw  | -            | -               | 2/2004/0@10 | waiting-for-window | the antivirus mode is set first: waiting for a maintenance window",
        "caw  | -            | -               | 4/4000/0@10 | silent    | the antivirus mode is set first: no status was reported since the deployment was created",
        "caw  | -            | -               | 5/5000/0@10 | antivirus-mode | the antivirus mode is set first: deployment failed, without an error code",
        "caw  | -            | 1/ours/runs@12  | 5/5000/0@10 | antivirus-mode | onboarded, but the antivirus mode couldn't be set: deployment failed, without an error code",
        "caw  | -            | 1/other/runs@12 | 5/5000/0@10 | other-tenant | onboarded to tenant 77aa0000-0000-4000-8000-000000000003",
        "caw  | 2/2002/0@10  | 0/none/no@12    | - | installing          | installing the application",
        "caw  | 2/2001/0@10  | -               | - | waiting-for-content | waiting for content",
        "caw  | 2/2004/0@10  | -               | - | waiting-for-window  | waiting for a maintenance window",
        "caw  | 2/2005/0@10  | -               | - | waiting             | waiting for the schedule",
        "caw  | 2/2008/0@10  | -               | - | reboot-pending      | restart required to complete",
        "caw  | 2/2099/0@10  | -               | - | installing          | unknown(2099)",
        "caw  | 2/1000/0@10  | -               | - | installing          | deployment succeeded",
        "caw  | 3/3000/0@10  | -               | - | not-ready           | requirements not met",
        "caw  | 4/4000/0@10  | -               | - | silent              | no status was reported since the deployment was created",
        "caw  | 0/0/0@10     | -               | - | silent              | no status was reported since the deployment was created",
        "caw  | 1/1002/0@10  | -               | - | unclear             | the deployment only simulates the installation (state 1002)",
        "caw  | 1/1003/0@10  | -               | - | onboarded           | onboarded to this tenant",
        "caw  | 6/6000/0@10  | -               | - | unclear             | the deployment status is unknown(6)",
        "caw  | 5/5000/1603@10  | -            | - | failed              | deployment failed, error 1603 (Windows Installer: a fatal error during installation)",
        "caw  | 5/5000/0@10  | -               | - | failed              | deployment failed, without an error code",
        "caw  | 5/5003/0x87D01107@10 | -       | - | failed              | content not found, error 0x87D01107 (the client: the content is not on a distribution point that it may use)",
        "caw  | 5/5999/0x87D00999@10 | -       | - | failed              | unknown(5999), error unknown(0x87D00999)",
        "caw  | 5/5000/20003@10 | -            | - | other-tenant        | deployment failed, error 20003 (Garrison's script: the server is onboarded to another tenant, or its tenant cannot be read)",
        "caw  | 5/5000/20003@10 | 1/other/runs@09 | - | other-tenant     | onboarded to tenant 77aa0000-0000-4000-8000-000000000003",
        "caw  | 5/5000/1603@10  | 1/other/runs@09 | - | other-tenant     | onboarded to tenant 77aa0000-0000-4000-8000-000000000003",
        "caw  | -            | 1/other/runs@12 | - | other-tenant        | onboarded to tenant 77aa0000-0000-4000-8000-000000000003",
        "caw  | -            | 1/near/runs@12  | - | other-tenant        | onboarded to tenant 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c3",
        "cw   | 2/2005/0@10  | 1/other/no@12   | - | other-tenant        | onboarded to tenant 77aa0000-0000-4000-8000-000000000003",
        "caw  | -            | 1/none/runs@12  | - | unclear             | 'onboarded, but the tenant is unknown'",
        "caw  | -            | 7/ours/runs@12  | - | unclear             | OnboardingState is unknown(7)",
        "caw  | 2/2005/0@10  | 1/ours/no@12    | - | sensor-stopped      | 'onboarded, but the service Sense isn''t running'",
        "cw   | 2/2005/0@10  | -               | - | inactive            | no recent heartbeat; waiting for the schedule",
        "cw   | 4/4000/0@10  | -               | - | inactive            | no recent heartbeat; no status was reported since the deployment was created",
        "cw   | 5/5000/1603@10 | -             | - | failed              | deployment failed, error 1603 (Windows Installer: a fatal error during installation)",
        "cw   | 1/1000/0@10  | -               | - | onboarded           | onboarded to this tenant",
        "ca   | -            | -               | - | no-inventory        | inventory doesn't show the operating system",
        "ca   | 4/4000/0@10  | -               | - | silent              | no status was reported since the deployment was created",
        "''   | -            | -               | - | no-client           | Configuration Manager doesn't manage the server",
        "''   | 4/4000/0@10  | -               | - | no-client           | Configuration Manager doesn't manage the server",
        "caow | 1/1000/0@10  | 1/ours/runs@12  | - | obsolete            | the record of the server is obsolete",
        "?    | -            | -               | - | not-targeted        | no onboarding deployment targets the server",
        "?    | 4/4000/0@10  | -               | - | silent              | no status was reported since the deployment was created",
        "caw  | 1/1000/0@10  | -               | 5/5000/20030@10 | antivirus-mode | 'onboarded, but the antivirus mode couldn''t be set: deployment failed, error 20030 (Garrison''s script: the antivirus mode could not be written)'",
        "caw  | 1/1000/0@10  | -               | 2/2005/0@10 | onboarded | onboarded to this tenant",
        "caw  | 2/2005/0@10  | -               | 5/5000/20030@10 | waiting | waiting for the schedule"
      })
  void aServerStandsWhereItsFactsPutIt(
      String device, String deployment, String sensor, String mode, String state, String why) {
    Verdict verdict = JUDGE.of(server(device, deployment, sensor, mode));
    assertThat(verdict.state().word() + ": " + verdict.why()).isEqualTo(state + ": " + why);
    assertThat(verdict.disagreement()).isEmpty();
    assertThat(verdict.remedy()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/1000/0@10 | 1/other/runs@12 | other-tenant | the deployment reports \"onboarded to this tenant (reported at 2026-11-24T10:00:00Z)\"; inventory reports \"onboarded to tenant 77aa0000-0000-4000-8000-000000000003 (reported at 2026-11-24T12:00:00Z)\"; the later report counts",
        "1/1000/0@10 | 1/other/runs@09 | onboarded | the deployment reports \"onboarded to this tenant (reported at 2026-11-24T10:00:00Z)\"; inventory reports \"onboarded to tenant 77aa0000-0000-4000-8000-000000000003 (reported at 2026-11-24T09:00:00Z)\"; the later report counts",
        "1/1000/0@10 | 0/none/no@12 | lost | the deployment reports \"onboarded to this tenant (reported at 2026-11-24T10:00:00Z)\"; inventory reports \"not onboarded according to the registry (reported at 2026-11-24T12:00:00Z)\"; the later report counts",
        "1/1000/0@10 | 0/none/no@09 | onboarded | the deployment reports \"onboarded to this tenant (reported at 2026-11-24T10:00:00Z)\"; inventory reports \"not onboarded according to the registry (reported at 2026-11-24T09:00:00Z)\"; the later report counts",
        "1/1000/0@10 | 0/none/no@10 | onboarded | the deployment reports \"onboarded to this tenant (reported at 2026-11-24T10:00:00Z)\"; inventory reports \"not onboarded according to the registry (reported at 2026-11-24T10:00:00Z)\"; the later report counts",
        "1/1000/0@   | 0/none/no@12 | lost | the deployment reports \"onboarded to this tenant\"; inventory reports \"not onboarded according to the registry (reported at 2026-11-24T12:00:00Z)\"; the worse report counts",
        "1/1000/0@10 | 1/ours/no@12 | sensor-stopped | 'the deployment reports \"onboarded to this tenant (reported at 2026-11-24T10:00:00Z)\"; inventory reports \"onboarded, but the service Sense isn''t running (reported at 2026-11-24T12:00:00Z)\"; the later report counts'",
        "5/5000/0@10 | 1/ours/runs@12 | onboarded | 'the deployment reports \"deployment failed, without an error code (reported at 2026-11-24T10:00:00Z)\"; inventory reports \"onboarded to this tenant (reported at 2026-11-24T12:00:00Z)\"; the later report counts'",
        "5/5000/0@10 | 1/ours/runs@09 | failed | 'the deployment reports \"deployment failed, without an error code (reported at 2026-11-24T10:00:00Z)\"; inventory reports \"onboarded to this tenant (reported at 2026-11-24T09:00:00Z)\"; the later report counts'",
        "5/5000/0@   | 1/ours/runs@12 | failed | 'the deployment reports \"deployment failed, without an error code\"; inventory reports \"onboarded to this tenant (reported at 2026-11-24T12:00:00Z)\"; the worse report counts'"
      })
  void whereSourcesContradictEachOtherTheFresherCountsAndBothAreNamed(
      String deployment, String sensor, String state, String disagreement) {
    Verdict verdict = JUDGE.of(server("caw", deployment, sensor, "-"));
    assertThat(verdict.state().word()).isEqualTo(state);
    assertThat(verdict.disagreement()).hasValue(disagreement);
  }

  @Test
  void anExceptionHoldsByAnyNameOfTheServer() {
    Server server = server("caw", "5/5000/1603@10", "-", "-");
    Server named =
        KnownServer.of(
            1,
            "SQL01",
            server.ring(),
            server.system(),
            server.presence(),
            server.onboarding(),
            server.mode(),
            server.sensor());
    assertThat(JUDGE.of(named))
        .isEqualTo(
            new Verdict(
                ServerState.EXEMPT,
                "excluded until May: CHG1",
                "No action is needed until the exception ends.",
                Optional.empty()));
  }

  @Test
  void aServerWhoseSettingsCouldNotBeWrittenIsOnboardedAndToBeLookedAt() {
    Server plain = server("caw", "1/1000/0@10", "-", "-");
    Server unset =
        new Server(
            1,
            "DC01",
            "pilot",
            plain.system(),
            plain.presence(),
            Optional.empty(),
            plain.onboarding(),
            Optional.empty(),
            Optional.of(new DeploymentStatus(5, 5000, 20031, "", Optional.empty())),
            Optional.empty(),
            false,
            KnownAntivirus.NOT_TOLD,
            Antivirus.ACTIVE);
    assertThat(JUDGE.of(unset))
        .isEqualTo(
            new Verdict(
                ServerState.SETTINGS,
                "onboarded, but the settings couldn't be written: deployment failed, error 20031 (Garrison's script: sample sharing or a proxy could not be written)",
                "See the log of the script on the server for the reason. A policy may set the value.",
                Optional.empty()));
  }

  @Test
  void whatARequirementIsCalledIsSaid() {
    Server plain = server("caw", "-", "-", "-");
    Server named =
        KnownServer.of(
            1,
            "DC01",
            "pilot",
            plain.system(),
            plain.presence(),
            Optional.of(new DeploymentStatus(3, 3000, 0, "Operating system", Optional.empty())),
            Optional.empty(),
            Optional.empty());
    assertThat(JUDGE.of(named).why())
        .isEqualTo("requirements not met; the requirement is Operating system");
  }

  /** A server whose deployment succeeded, with a sensor as it says itself at 20 o'clock. */
  private static Server asked(String device, Sensor sensor) {
    return asked(device, "1/1000/0@10", sensor);
  }

  private static Server asked(String device, String deployment, Sensor sensor) {
    Server plain = server(device, deployment, "-", "-");
    return new Server(
        1,
        "DC01",
        "pilot",
        plain.system(),
        plain.presence(),
        Optional.empty(),
        plain.onboarding(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(sensor),
        true,
        KnownAntivirus.answering(
            new LiveAnswer(
                hour("20").orElseThrow(),
                LiveService.STOPPED,
                LiveService.RUNNING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        Antivirus.ACTIVE);
  }

  @Test
  void whatAServerSaysItselfIsNewerThanItsDeployment() {
    Verdict verdict =
        JUDGE.of(asked("caw", new Sensor(0, "", false, Optional.empty(), hour("20"))));
    assertThat(verdict.state()).isEqualTo(ServerState.LOST);
    assertThat(verdict.disagreement().orElseThrow())
        .contains("CMPivot reports \"not onboarded")
        .endsWith("the later report counts");
  }

  /**
   * A server that answered at 20 o'clock.
   *
   * @param values what its policy key contains: o OnboardingInfo, x the offboarding value, ? not
   *     known
   */
  private static Server pending(String deployment, long state, String tenant, String values) {
    Server plain =
        asked("caw", deployment, new Sensor(state, tenant(tenant), false, Optional.empty(), NOW));
    LiveAnswer said = plain.live().orElseThrow();
    Optional<String> known = Optional.of(values).filter(some -> !some.equals("?"));
    return new Server(
        1,
        "DC01",
        "pilot",
        plain.system(),
        plain.presence(),
        Optional.empty(),
        plain.onboarding(),
        Optional.empty(),
        Optional.empty(),
        plain.sensor(),
        true,
        KnownAntivirus.answering(
            new LiveAnswer(
                said.at(),
                said.sense(),
                said.defender(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                known.map(some -> some.contains("o")),
                known.map(some -> some.contains("x")))),
        Antivirus.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/1000/0@10 | 1 | ours | o  | sensor-stopped | 'onboarded, but the service Sense isn''t running'",
        "1/1000/0@10 | 1 | ours | ?  | sensor-stopped | 'onboarded, but the service Sense isn''t running'",
        "1/1000/0@10 | 0 | none | x  | lost | not onboarded according to the registry",
        "1/1000/0@10 | 0 | none | ?  | lost | not onboarded according to the registry",
        "2/2005/0@10 | 0 | none | '' | waiting | waiting for the schedule",
        "1/1000/0@10 | 1 | ours | x  | offboarding-pending | 'offboarding pending: the sensor is onboarded, and the policy key contains the offboarding value'",
        "1/1000/0@10 | 1 | ours | ox | offboarding-pending | 'offboarding pending: the sensor is onboarded, and the policy key contains OnboardingInfo and the offboarding value'",
        "1/1000/0@23 | 1 | ours | x  | offboarding-pending | 'offboarding pending: the sensor is onboarded, and the policy key contains the offboarding value'",
        "1/1000/0@   | 1 | ours | x  | offboarding-pending | 'offboarding pending: the sensor is onboarded, and the policy key contains the offboarding value'",
        "5/5000/0@10 | 1 | ours | x  | offboarding-pending | 'offboarding pending: the sensor is onboarded, and the policy key contains the offboarding value'",
        "-           | 1 | ours | x  | offboarding-pending | 'offboarding pending: the sensor is onboarded, and the policy key contains the offboarding value'",
        "-           | 1 | none | x  | offboarding-pending | 'offboarding pending: the sensor is onboarded, and the policy key contains the offboarding value'",
        "-           | 1 | other | x | other-tenant | 'onboarded to tenant 77aa0000-0000-4000-8000-000000000003; the server itself reports offboarding pending: the sensor is onboarded, and the policy key contains the offboarding value'",
        "-           | 0 | none | o  | onboarding-pending | 'onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo'",
        "-           | 0 | none | ox | onboarding-pending | 'onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo and the offboarding value'",
        "2/2005/0@10 | 0 | none | o  | onboarding-pending | 'onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo'",
        "4/4000/0@10 | 0 | none | o  | onboarding-pending | 'onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo'",
        "2/2008/0@10 | 0 | none | o  | reboot-pending | 'restart required to complete; the server itself reports onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo'",
        "3/3000/0@10 | 0 | none | o  | not-ready | 'requirements not met; the server itself reports onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo'",
        "5/5000/0@10 | 0 | none | o  | failed | 'deployment failed, without an error code; the server itself reports onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo'",
        "1/1000/0@10 | 0 | none | o  | lost | 'onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo'",
        "-           | 7 | none | o  | unclear | 'OnboardingState is unknown(7); the server itself reports onboarding pending: the sensor isn''t onboarded, and the policy key contains OnboardingInfo'",
      })
  void aChangeThatTheServerHasPendingIsSaidAndNeverMakesItLookBetter(
      String deployment, long state, String tenant, String values, String word, String why) {
    Verdict verdict = JUDGE.of(pending(deployment, state, tenant, values));
    assertThat(verdict.state().word() + ": " + verdict.why()).isEqualTo(word + ": " + why);
    assertThat(verdict.remedy()).isNotBlank();
  }

  @Test
  void anOffboardingThatIsPendingCountsAgainstALaterSuccessToo() {
    assertThat(JUDGE.of(pending("1/1000/0@23", 1, "ours", "x")).disagreement().orElseThrow())
        .contains("CMPivot reports \"offboarding pending: ")
        .endsWith("the worse report counts");
    assertThat(JUDGE.of(pending("1/1000/0@10", 1, "ours", "x")).disagreement().orElseThrow())
        .endsWith("the later report counts");
  }

  @Test
  void whatIsPendingIsShownInJapaneseToo() {
    assertThat(inJapanese(pending("-", 1, "ours", "ox")))
        .isEqualTo("オフボードの保留中: センサーはオンボード済みで、ポリシー キーに OnboardingInfo とオフボードの値があります");
    assertThat(inJapanese(pending("5/5000/20022@10", 0, "none", "o")))
        .isEqualTo(
            "展開に失敗しました (エラー 20022 (Garrison のスクリプト: センサーが時間内にテナントを報告しませんでした))。サーバー自体の報告: オンボードの保留中: センサーはオンボードされておらず、ポリシー キーに OnboardingInfo があります");
  }

  private static String inJapanese(Server server) {
    return Language.JAPANESE.during(() -> RecordedText.shown(JUDGE.of(server).why()));
  }

  @Test
  void aServerThatAnswersIsNotInactive() {
    Sensor none = new Sensor(0, "", false, Optional.empty(), hour("20"));
    assertThat(JUDGE.of(asked("cw", "2/2005/0@10", none)).state()).isEqualTo(ServerState.WAITING);
    assertThat(JUDGE.of(server("cw", "2/2005/0@10", "-", "-")).state())
        .isEqualTo(ServerState.INACTIVE);
  }
}
