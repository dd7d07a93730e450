package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers on which a script failed, or that it refused for what they are (F20). */
final class RefusedServersTest {
  private static final String TENANT = "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2";
  private static final long NOT_DETECTED = 0x87D0_0324L;
  private static final ServerStateRules RULES =
      new ServerStateRules(TENANT, new ExcludedServers(Map.of()));

  private static Server server(long onboarding, long mode, Optional<Sensor> sensor) {
    return KnownServer.of(
        1,
        "DC01",
        "pilot",
        "Microsoft Windows Server 2019 Standard",
        Optional.empty(),
        failed(onboarding),
        failed(mode),
        sensor);
  }

  private static Optional<DeploymentStatus> failed(long code) {
    return code == 0
        ? Optional.empty()
        : Optional.of(new DeploymentStatus(5, 5000, code, "", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20004 | 0     | not-ready      | deployment failed, error 20004 (Garrison's script: an antivirus of another maker is installed)",
        "20014 | 0     | not-ready      | deployment failed, error 20014 (Garrison's script: no other antivirus product is running, but Defender would become passive or be removed)",
        "20009 | 0     | failed         | deployment failed, error 20009 (Garrison's script: its content is incomplete)",
        "20003 | 0     | other-tenant   | deployment failed, error 20003 (Garrison's script: the server is onboarded to another tenant, or its tenant cannot be read)",
        "0     | 20014 | not-ready      | the antivirus mode is set first: deployment failed, error 20014 (Garrison's script: no other antivirus product is running, but Defender would become passive or be removed)",
        "0     | 20030 | antivirus-mode | the antivirus mode is set first: deployment failed, error 20030 (Garrison's script: the antivirus mode could not be written)",
      })
  void aRefusedServerIsNotReady(long onboarding, long mode, String state, String why) {
    Verdict verdict = RULES.of(server(onboarding, mode, Optional.empty()));
    assertThat(verdict.state().word() + ": " + verdict.why()).isEqualTo(state + ": " + why);
  }

  @ParameterizedTest
  @CsvSource({"20014", "20030"})
  void anOnboardedServerWhoseModeWasNotSetNeedsSomebody(long mode) {
    Sensor sensor = new Sensor(1, TENANT, true, Optional.empty());
    assertThat(RULES.of(server(0, mode, Optional.of(sensor))).state())
        .isEqualTo(ServerState.ANTIVIRUS_MODE);
  }

  @Test
  void theRemedyIsThatOfTheErrorWhereOneIsKnown() {
    assertThat(RULES.of(server(20004, 0, Optional.empty())).remedy())
        .isEqualTo(
            "Remove that product, or move the server to a ring with \"antivirus: passive\".");
    assertThat(RULES.of(server(777, 0, Optional.empty())).remedy())
        .isEqualTo("Check AppEnforce.log on the server.");
  }

  @Test
  void aModeThatDoesNotStayIsNotExplainedByTheSensorsConnection() {
    Sensor sensor = new Sensor(1, TENANT, true, Optional.empty());
    String fix =
        "Wait for the next evaluation. If the error occurs again, a Group Policy or another tool"
            + " changes the values that the script set: exclude the server from that.";
    Verdict mode = RULES.of(server(0, NOT_DETECTED, Optional.of(sensor)));
    assertThat(mode.state()).isEqualTo(ServerState.ANTIVIRUS_MODE);
    assertThat(mode.remedy()).isEqualTo(fix);
    assertThat(RULES.of(server(0, NOT_DETECTED, Optional.empty())).remedy()).isEqualTo(fix);
    assertThat(RULES.of(server(NOT_DETECTED, 0, Optional.empty())).remedy())
        .endsWith("If nothing does, check the proxy server and the firewall.");
  }
}
