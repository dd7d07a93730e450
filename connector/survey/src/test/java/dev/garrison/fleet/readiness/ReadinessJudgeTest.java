package dev.garrison.fleet.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerStateRules;
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
import org.junit.jupiter.api.Test;

/** What the stand-in site cannot show: other rings, routes and manifests. */
final class ReadinessJudgeTest {
  private static final Visible ALL = new Visible(true, true, true, true);

  private final ServerFacts well =
      new ServerFacts(
          new Windows(240, false),
          Optional.of(
              new Services(Set.of(Service.DEFENDER, Service.SENSE), Set.of(), Optional.empty())),
          Optional.of(Set.of(Update.KB2919355, Update.KB5006714)),
          OptionalLong.of(4096),
          OptionalInt.of(6709),
          Optional.of(false));

  private static Ring ring(Antivirus antivirus, boolean window) {
    return new Ring(
        "pilot",
        List.of("Pilot servers"),
        List.of(),
        25,
        new RelativeDeadline.OnDay(3, LocalTime.of(22, 0)),
        false,
        true,
        antivirus,
        window,
        List.of(),
        RingGate.DEFAULT,
        List.of(),
        Optional.empty());
  }

  private static Requirements requirements(
      boolean byApplication, Ring ring, Visible visible, OperatingSystem... systems) {
    return new Requirements(
        byApplication,
        byApplication ? Optional.empty() : Optional.of(List.of(5, 0, 9088, 0)),
        new SystemFit(Set.of(systems), Map.of()),
        Map.of("pilot", ring),
        visible);
  }

  private static Server server(String system) {
    return new Server(
        1,
        "DC01",
        "pilot",
        "Microsoft Windows Server " + system + " Standard",
        Optional.of(new Presence(true, true, false, "5.00.9078.1006", Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        KnownAntivirus.beside("ESET"),
        Ring.Antivirus.ACTIVE);
  }

  private static String judged(Requirements requirements, String system, ServerFacts facts) {
    ServerStateRules judge =
        new ServerStateRules("5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2", new ExcludedServers(Map.of()));
    Readiness readiness = new ReadinessJudge(judge, requirements).of(server(system), facts);
    return readiness.state().word()
        + readiness.findings().stream()
            .map(finding -> "; %s: %s".formatted(finding.level().word(), finding.why()))
            .collect(Collectors.joining());
  }

  private ServerFacts with(Services services) {
    return new ServerFacts(
        well.windows(),
        Optional.of(services),
        well.updates(),
        well.freeMegabytes(),
        well.revision(),
        well.restartPending());
  }

  @Test
  void eachReleaseIsReadyWithWhatItNeeds() {
    Requirements all =
        requirements(true, ring(Antivirus.ACTIVE, true), ALL, OperatingSystem.values());
    for (OperatingSystem system : OperatingSystem.values()) {
      assertThat(judged(all, system.title(), well)).isEqualTo("ready");
    }
  }

  @Test
  void aReleaseThatTheManifestDoesNotNameIsNotReady() {
    assertThat(
            judged(
                requirements(
                    true, ring(Antivirus.ACTIVE, true), ALL, OperatingSystem.WINDOWS_SERVER_2019),
                "2016",
                well))
        .isEqualTo(
            "not-ready; not ready: \"operatingSystems\" doesn't contain Windows Server 2016");
  }

  @Test
  void aPassiveRingLivesWithAnotherAntivirusAndWithoutDefender() {
    ServerFacts guarded = with(new Services(Set.of(Service.SENSE), Set.of(), Optional.of("ESET")));
    assertThat(judged(passive(true), "2019", guarded)).isEqualTo("ready");
    assertThat(judged(passive(true), "2016", guarded))
        .isEqualTo(
            "not-ready; not ready: Microsoft Defender Antivirus isn't installed (no service WinDefend)");
  }

  private static Requirements passive(boolean byApplication) {
    return requirements(
        byApplication, ring(Antivirus.PASSIVE, true), ALL, OperatingSystem.values());
  }

  @Test
  void theClientSettingRouteNeedsANewerClientAndKnowsNoRunTime() {
    ServerFacts shortly =
        new ServerFacts(
            new Windows(10, false),
            well.services(),
            well.updates(),
            well.freeMegabytes(),
            well.revision(),
            well.restartPending());
    assertThat(judged(passive(false), "2019", shortly))
        .isEqualTo(
            "not-ready; not ready: the Configuration Manager client is 5.00.9078.1006, older than 5.00.9088.0");
  }

  @Test
  void aRingThatRequiresNoWindowIsNotHeldUpByOne() {
    ServerFacts open =
        new ServerFacts(
            new Windows(0, false),
            well.services(),
            well.updates(),
            well.freeMegabytes(),
            well.revision(),
            well.restartPending());
    assertThat(
            judged(
                requirements(true, ring(Antivirus.ACTIVE, false), ALL, OperatingSystem.values()),
                "2022",
                open))
        .isEqualTo(
            "ready; note: no maintenance window applies, so the installation starts at the deadline, at any hour");
  }

  @Test
  void nobodyIsReadyByWhatNobodyKnows() {
    ServerFacts nothing =
        new ServerFacts(
            new Windows(0, false),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            OptionalInt.empty(),
            Optional.empty());
    Visible none = new Visible(false, true, false, false);
    for (OperatingSystem system : OperatingSystem.values()) {
      assertThat(
              judged(
                  requirements(true, ring(Antivirus.ACTIVE, true), none, OperatingSystem.values()),
                  system.title(),
                  nothing))
          .startsWith("unknown; unknown: ")
          .doesNotContain("not ready");
    }
  }
}
