package dev.garrison.survey.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.sensor.Channel;
import dev.garrison.catalog.sensor.Family;
import dev.garrison.catalog.sensor.ReleaseLine;
import dev.garrison.connection.ServerInspection;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.servers.FakeAccess;
import dev.garrison.wsus.status.ServerStanding;
import dev.garrison.wsus.status.ServerStandings;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where all servers of a manifest stand. */
final class WsusStatusTest {
  private static final UpdateOnServer UPDATE = UpdateOnServer.sensor(1, "1");

  private final FakeAccess access = new FakeAccess();

  private FakeUpdateServer add(NamedServer named) {
    return well(access.add(named.server()));
  }

  private static FakeUpdateServer well(FakeUpdateServer fake) {
    fake.with(UPDATE);
    fake.has()
        .events
        .add(
            new SyncEvent(new UUID(7, 1), SyncEvent.SUCCEEDED, FakeMemory.START, Optional.empty()));
    return fake;
  }

  private WsusStanding read(String... only) {
    return new WsusStatus(new WithoutSite(access), () -> FakeMemory.START)
        .read(List.of(only).stream().findFirst());
  }

  /** No update point serves these rings. */
  private record WithoutSite(FakeAccess servers) implements UpdateAccess {
    @Override
    public Manifest manifest() {
      return servers.manifest();
    }

    @Override
    public ServerInspection inspection(WsusServer server) {
      return servers.inspection(server);
    }

    @Override
    public UpdateServer open(WsusServer server) {
      return servers.open(server);
    }

    @Override
    public AdminService site() {
      throw new AssertionError("the site is asked");
    }

    @Override
    public void close() {
      servers.close();
    }
  }

  private static List<String> names(WsusStanding standing) {
    return standing.servers().stream()
        .map(each ->
            each.server().name()
                + (each instanceof ServerStanding.Unreachable ? " unreachable" : ""))
        .toList();
  }

  @Test
  void allAreReadInTheOrderOfTheManifestAndClosed() {
    FakeUpdateServer one = add(NamedServer.at("wsus01"));
    add(NamedServer.at("wsus02"));

    WsusStanding standing = read();
    assertThat(names(standing)).containsExactly("wsus01:8531", "wsus02:8531");
    assertThat(standing.needsLook()).isFalse();
    assertThat(standing.hasSilence()).isFalse();
    assertThat(standing.point()).isEmpty();
    assertThat(one.calls().isClosed()).isTrue();
    assertThat(one.calls().writes()).isEmpty();
  }

  @Test
  void oneThatDoesNotAnswerHoldsUpNothing() {
    add(NamedServer.at("wsus01")).calls().fail("version", FailureKind.UNAVAILABLE, "down");
    add(NamedServer.at("wsus02")).has().events.clear();

    WsusStanding standing = read();
    assertThat(names(standing)).containsExactly("wsus01:8531 unreachable", "wsus02:8531");
    assertThat(standing.unreachable()).isOne();
    assertThat(standing.toLookAt()).isOne();
    assertThat(standing.needsLook()).isTrue();
    assertThat(standing.hasSilence()).isTrue();
  }

  @Test
  void oneAloneIsReadWhereItIsNamed() {
    FakeUpdateServer other = add(NamedServer.at("wsus01").discovers());
    add(NamedServer.at("wsus02"));

    assertThat(names(read("wsus02"))).containsExactly("wsus02:8531");
    assertThat(other.calls().all()).isEmpty();
  }

  private static NamedServer top() {
    return NamedServer.at("wsus01.contoso.example").discovers();
  }

  private static DownstreamServer below(String name) {
    return new DownstreamServer(name, new UUID(0, 2), FakeMemory.SERVER_ID, "10.0", false);
  }

  @Test
  void thoseBelowAreReadToo() {
    add(top()).has().below.add(below("wsus02.contoso.example"));
    FakeUpdateServer lower = well(access.behind("wsus02.contoso.example:8531"));
    lower.has().configuration =
        new ServerConfiguration(new UUID(0, 2), false, "wsus01", false, true, false, true, 8530);

    assertThat(names(read()))
        .containsExactly("wsus01.contoso.example:8531", "wsus02.contoso.example:8531");
    assertThat(new ServerStandings(access, () -> FakeMemory.START).read(Optional.empty()))
        .hasSize(2);
  }

  @Test
  void oneBelowThatMayNotBeAskedIsUnreachable() {
    add(top()).has().below.add(below("wsus02.fabrikam.example"));

    WsusStanding standing = read();
    assertThat(names(standing))
        .containsExactly("wsus01.contoso.example:8531", "wsus02.fabrikam.example:8531 unreachable");
    assertThat(((ServerStanding.Unreachable) standing.servers().getLast()).why())
        .extracting(Diagnostic::code)
        .extracting(code -> code.label())
        .containsExactly("GAR-0998");
  }

  @Test
  void oneThatHidesThoseBelowItIsUnreachable() {
    add(top()).calls().fail("downstreamServers", FailureKind.REFUSED, "no");

    assertThat(names(read())).containsExactly("wsus01.contoso.example:8531 unreachable");
  }

  @ParameterizedTest
  @CsvSource({"WSUS, true", "MECM, false", "UNSTATED, false"})
  void anApprovalIsLackedOnlyWhereGarrisonsManifestDecides(WsusServer.Owner owner, boolean lacks) {
    add(NamedServer.at("wsus01").owner(owner))
        .has()
        .computers
        .add(
            new FakeMemory.Computer(
                "computer1", Set.of(FakeMemory.PILOT.id()), Map.of(UPDATE.updateId(), 2)));

    assertThat(
            ((ServerStanding.Reached) read().servers().getFirst())
                .lines()
                .getFirst()
                .groups()
                .getFirst()
                .lacksApproval())
        .isEqualTo(lacks);
  }

  @ParameterizedTest
  @CsvSource({"'', true", "Windows 10/11, false"})
  void anApprovalIsLackedOnlyOfWhatTheManifestWants(String family, boolean lacks) {
    access.manages(
        new SensorUpdateSection(
            new TreeSet<>(List.of(new ReleaseLine(new Family(family), Channel.UNNAMED))),
            new TreeSet<>(),
            List.of(),
            Optional.empty(),
            false,
            false,
            List.of(),
            SensorUpdateSection.Subscription.MANUAL,
            SensorUpdateSection.Decline.REPORT,
            Duration.ofDays(30),
            Optional.empty()));
    add(NamedServer.at("wsus01"))
        .has()
        .computers
        .add(
            new FakeMemory.Computer(
                "computer1", Set.of(FakeMemory.PILOT.id()), Map.of(UPDATE.updateId(), 2)));

    assertThat(read().needsLook()).isEqualTo(lacks);
    assertThat(read().point()).isEmpty();
  }
}
