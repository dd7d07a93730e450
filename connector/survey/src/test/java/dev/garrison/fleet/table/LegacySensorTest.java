package dev.garrison.fleet.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Onboarding;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.Verdict;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.Service;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether a sensor that reports the tenant is the agent's. Microsoft Monitoring Agent's sensor
 * reports the same, so on 2012 R2 and 2016 the service Sense of the same inventory decides. It
 * starts automatically once the agent is onboarded.
 */
final class LegacySensorTest {
  private static final String TENANT = "5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2";
  private static final Instant SCAN = Instant.parse("2026-11-24T12:00:00Z");

  /**
   * A server whose sensor reports the tenant.
   *
   * @param services of inventory: none, without Sense, or how Sense starts
   * @param deployment StatusType/EnforcementState/error@hour; - for none
   * @param live what its own answer says of Sense; - where it was not asked
   */
  private static Server server(String system, String services, String deployment, String live) {
    return server(system, services, deployment, live, true);
  }

  private static Server server(
      String system, String services, String deployment, String live, boolean runs) {
    Fleet fleet = new Fleet(List.of("pilot"));
    int row = fleet.add(7, "DC01");
    BitSet members = new BitSet();
    members.set(row);
    fleet.join(0, members);
    fleet.system(row, "Microsoft Windows Server " + system + " Standard");
    fleet.presence(row, new Presence(true, true, false, "5.00.9128.1007", Optional.of(SCAN)));
    boolean asked = !live.equals("-");
    fleet.sensor(
        row,
        new Sensor(
            1, TENANT, runs, Optional.empty(), asked ? Optional.of(SCAN) : Optional.empty()));
    if (!services.equals("none")) {
      fleet.facts().servicesTold(row);
      fleet.antivirus().defender(row, Optional.empty());
    }
    if (!services.equals("none") && !services.equals("without")) {
      fleet.facts().service(row, Service.SENSE, services.equals("Disabled"));
      fleet.antivirus().senseStarts(row, services);
    }
    if (!deployment.equals("-")) {
      String[] parts = deployment.split("[/@]", -1);
      fleet.onboarding(
          row,
          0,
          new DeploymentStatus(
              Long.parseLong(parts[0]),
              Long.parseLong(parts[1]),
              0,
              "",
              Optional.of(Instant.parse("2026-11-24T%s:00:00Z".formatted(parts[3])))));
      fleet.onboardingError(row, Long.parseLong(parts[2]));
    }
    if (asked) {
      fleet.answered(
          row,
          new LiveAnswer(
              SCAN,
              LiveService.valueOf(live),
              LiveService.RUNNING,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    return fleet.server(row);
  }

  @ParameterizedTest
  @CsvSource({
    "2012 R2, Auto,    ONBOARDED",
    "2012 R2, Manual,  LEGACY_SENSOR",
    "2012 R2, without, LEGACY_SENSOR",
    "2012 R2, none,    UNKNOWN_SENSOR",
    "2016,    Auto,    ONBOARDED",
    "2016,    Manual,  LEGACY_SENSOR",
    "2016,    Disabled, UNKNOWN_SENSOR",
    "2016,    ?,       UNKNOWN_SENSOR",
    "2016,    without, LEGACY_SENSOR",
    "2016,    none,    UNKNOWN_SENSOR",
    "2019,    Auto,    ONBOARDED",
    "2019,    Manual,  ONBOARDED",
    "2019,    without, ONBOARDED",
    "2022,    none,    ONBOARDED",
  })
  void inventoryProvesTheAgentOnlyTogetherWithItsService(
      String system, String services, Onboarding proved) {
    assertThat(Onboarding.of(server(system, services, "-", "-"), TENANT)).isEqualTo(proved);
  }

  @ParameterizedTest
  @CsvSource({
    "2012 R2, Auto,    MISSING, LEGACY_SENSOR",
    "2012 R2, without, RUNNING, ONBOARDED",
    "2016,    Auto,    STOPPED, ONBOARDED",
    "2016,    Manual,  STOPPED, LEGACY_SENSOR",
    "2016,    none,    STOPPED, UNKNOWN_SENSOR",
    "2019,    none,    MISSING, ONBOARDED",
  })
  void theServersOwnAnswerComesBeforeInventory(
      String system, String services, String live, Onboarding proved) {
    assertThat(Onboarding.of(server(system, services, "-", live), TENANT)).isEqualTo(proved);
  }

  @Test
  void anOffboardingValueBesideALegacySensorIsSaidAndChangesNothing() {
    Server server = server("2012 R2", "none", "5/5000/1603@10", "MISSING");
    LiveAnswer answer = server.live().orElseThrow();
    Fleet fleet = new Fleet(List.of("pilot"));
    int row = fleet.add(7, "DC01");
    fleet.system(row, server.system());
    fleet.sensor(row, server.sensor().orElseThrow());
    fleet.answered(
        row,
        new LiveAnswer(
            answer.at(),
            answer.sense(),
            answer.defender(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            Optional.of(true)));
    Verdict verdict =
        new ServerStateRules(TENANT, new ExcludedServers(Map.of())).of(fleet.server(row));
    assertThat(verdict.state().word()).isEqualTo("legacy-sensor");
    assertThat(verdict.why())
        .startsWith("only the legacy sensor of the Microsoft Monitoring Agent reports the tenant;")
        .contains("the server itself reports offboarding pending: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2012 R2 | without | 5/5000/1603@10 | failed | deployment failed, error 1603 (Windows Installer: a fatal error during installation); only the legacy sensor of the Microsoft Monitoring Agent reports the tenant; the unified agent is not onboarded",
        "2012 R2 | none    | 5/5000/1603@10 | failed | deployment failed, error 1603 (Windows Installer: a fatal error during installation); a sensor reports the tenant, but nothing shows that the service Sense starts automatically, so it could be the legacy sensor of the Microsoft Monitoring Agent",
        "2012 R2 | Auto    | 5/5000/1603@10 | onboarded | onboarded to this tenant",
        "2016    | without | -              | legacy-sensor | only the legacy sensor of the Microsoft Monitoring Agent reports the tenant; the unified agent is not onboarded",
        "2016    | none    | -              | unclear | a sensor reports the tenant, but nothing shows that the service Sense starts automatically, so it could be the legacy sensor of the Microsoft Monitoring Agent",
        "2016    | none    | 1/1000/0@10    | onboarded | onboarded to this tenant",
        "2016    | without | 1/1000/0@10    | lost | only the legacy sensor of the Microsoft Monitoring Agent reports the tenant; the unified agent is not onboarded",
        "2016    | Manual  | 1/1000/0@10    | lost | only the legacy sensor of the Microsoft Monitoring Agent reports the tenant; the unified agent is not onboarded",
        "2016    | without | 1/1000/0@14    | onboarded | onboarded to this tenant",
        "2016    | without | 2/2005/0@10    | waiting | waiting for the schedule; only the legacy sensor of the Microsoft Monitoring Agent reports the tenant; the unified agent is not onboarded",
        "2016    | without | 4/4000/0@10    | silent | no status was reported since the deployment was created; only the legacy sensor of the Microsoft Monitoring Agent reports the tenant; the unified agent is not onboarded",
      })
  void aLegacySensorHidesNoDeployment(
      String system, String services, String deployment, String state, String why) {
    Verdict verdict =
        new ServerStateRules(TENANT, new ExcludedServers(Map.of()))
            .of(server(system, services, deployment, "-"));
    assertThat(verdict.state().word() + ": " + verdict.why()).isEqualTo(state + ": " + why);
    assertThat(verdict.remedy()).isNotBlank();
  }

  /** Inventory of 12:00 shows that the sensor does not run, whoever's it is. */
  @ParameterizedTest
  @CsvSource({
    "Auto,     1/1000/0@10, sensor-stopped",
    "Disabled, 1/1000/0@10, sensor-stopped",
    "?,        1/1000/0@10, sensor-stopped",
    "none,     1/1000/0@10, sensor-stopped",
    "Disabled, 1/1000/0@14, onboarded",
    "?,        1/1000/0@14, onboarded",
  })
  void aSensorThatStoppedAfterASuccessIsNotOnboarded(
      String services, String deployment, String state) {
    Verdict verdict =
        new ServerStateRules(TENANT, new ExcludedServers(Map.of()))
            .of(server("2016", services, deployment, "-", false));
    assertThat(verdict.state().word()).isEqualTo(state);
  }
}
