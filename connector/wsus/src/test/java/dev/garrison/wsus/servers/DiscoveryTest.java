package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which servers are found below those of a manifest, and what is said where none can be. */
final class DiscoveryTest {
  private static final UUID BELOW = new UUID(0, 2);
  private static final WsusServer TOP =
      NamedServer.at("wsus01.contoso.example").discovers().server();
  private static final WsusServer SIDE =
      NamedServer.at("wsus09.contoso.example").id(Optional.empty()).server();

  private final Map<WsusServer, FakeUpdateServer> fakes =
      Map.of(
          TOP, new FakeUpdateServer(TOP.name()),
          SIDE, new FakeUpdateServer(SIDE.name()));
  private UpdateServerPool pool = pool(TOP, SIDE);

  private UpdateServerPool pool(WsusServer... servers) {
    return new UpdateServerPool(
        List.of(servers),
        server -> {
          FakeUpdateServer fake = fakes.get(server);
          if (fake == null) {
            throw new AssertionError(server.name() + " is opened");
          }
          return fake;
        });
  }

  private FakeUpdateServer fake(WsusServer server) {
    return Objects.requireNonNull(fakes.get(server));
  }

  private static DownstreamServer row(String name, UUID id) {
    return new DownstreamServer(name, id, FakeMemory.SERVER_ID, "10.0.20348.1", true);
  }

  private static List<String> said(Map<WsusServer, RefusalException> problems) {
    return problems.values().stream().map(RefusalException::getMessage).toList();
  }

  @Test
  void whereNoServerIsToTellNobodyIsAsked() {
    pool = pool(SIDE);

    assertThat(new Discovery(pool).find().silent()).isEmpty();
    assertThat(fake(SIDE).calls().all()).isEmpty();
  }

  @Test
  void aServerBelowBelongsToThePoolAndIsNeverWrittenTo() {
    fake(TOP).has().below.add(row("wsus02.contoso.example", BELOW));

    assertThat(new Discovery(pool).find().silent()).isEmpty();
    assertThat(pool.servers())
        .extracting(WsusServer::name)
        .containsExactly(
            "wsus01.contoso.example:8531",
            "wsus09.contoso.example:8531",
            "wsus02.contoso.example:8531");
    assertThat(pool.servers().getLast().writes()).isEmpty();
    assertThat(fake(SIDE).calls().all()).containsExactly("configuration");
  }

  @Test
  void aServerOfTheManifestUnderAnotherNameIsKnownByTheIdThatItGives() {
    UUID own = fake(SIDE).configuration().serverId();
    fake(TOP).has().below.add(row("updates.contoso.example", own));

    new Discovery(pool).find();
    assertThat(pool.servers()).containsExactly(TOP, SIDE);
  }

  @Test
  void aServerThatDoesNotTellIsWrittenToNoMore() {
    fake(TOP).calls().fail("downstreamServers", FailureKind.REFUSED, "no");

    Discovery.Found found = new Discovery(pool).find();
    assertThat(found.unread()).isEmpty();
    assertThat(found.hiding()).containsOnlyKeys(TOP);
    assertThat(said(found.silent()))
        .containsExactly(
            "The downstream servers of WSUS server wsus01.contoso.example:8531 are unknown. WSUS server wsus01.contoso.example:8531 rejected the request: a call (no). Check SoftwareDistribution.log on that server at the time of this message. [BELOW_UNKNOWN GAR-0556]");
    assertThat(pool.stopped(TOP)).isPresent();
  }

  @Test
  void aServerThatTellsAgainIsWrittenToAgain() {
    fake(TOP).calls().fail("downstreamServers", FailureKind.REFUSED, "no");
    new Discovery(pool).find();
    fake(TOP).calls().heal("downstreamServers");
    new Discovery(pool).find();

    assertThat(pool.stopped(TOP)).isEmpty();
  }

  @Test
  void aServerThatCannotBeAskedIsUnreadOnlyWhereItWasToTell() {
    fake(TOP).calls().fail("configuration", FailureKind.UNAVAILABLE, "down");
    fake(SIDE).calls().fail("configuration", FailureKind.UNAVAILABLE, "down");

    Discovery.Found found = new Discovery(pool).find();
    assertThat(found.unread()).containsOnlyKeys(TOP);
    assertThat(found.hiding()).isEmpty();
  }

  @Test
  void anotherServerBehindTheNameIsNotAskedForThoseBelow() {
    WsusServer wrong =
        NamedServer.at("wsus01.contoso.example")
            .id(Optional.of(new UUID(7, 7)))
            .discovers()
            .server();
    pool = new UpdateServerPool(List.of(wrong), _ -> fake(TOP));

    assertThat(said(new Discovery(pool).find().unread()))
        .containsExactly(
            "WSUS server wsus01.contoso.example:8531 has the server ID 0a1b2c3d-0000-4000-8000-000000000001, but the manifest has 00000000-0000-0007-0000-000000000007. Find out which server answers at this address. If the server was set up again, correct \"serverId\". [OTHER_UPDATE_SERVER GAR-0934]");
    assertThat(fake(TOP).calls().all()).doesNotContain("downstreamServers");
  }

  @Test
  void whatHidesAndWhatIsUnreadIsSaidTogether() {
    WsusServer other =
        NamedServer.at("wsus08.contoso.example").id(Optional.empty()).discovers().server();
    FakeUpdateServer silent = new FakeUpdateServer(other.name());
    silent.calls().fail("configuration", FailureKind.UNAVAILABLE, "down");
    fake(TOP).calls().fail("downstreamServers", FailureKind.REFUSED, "no");
    pool =
        new UpdateServerPool(
            List.of(TOP, other), server -> server.equals(TOP) ? fake(TOP) : silent);

    assertThat(new Discovery(pool).find().silent()).containsOnlyKeys(TOP, other);
  }

  @Test
  void aServerBelowThatMayNotBeAskedIsNamed() {
    fake(TOP).has().below.add(row("wsus02.fabrikam.example", BELOW));

    assertThat(said(new Discovery(pool).find().unread()))
        .containsExactly(
            "WSUS server wsus01.contoso.example:8531 lists a downstream server \"wsus02.fabrikam.example\", which isn't in the same domain. If the server is yours, add it to \"wsus.servers\". If it no longer exists, delete it under Downstream Servers in the WSUS console of wsus01.contoso.example:8531. [SERVER_BELOW_REFUSED GAR-0998]");
    assertThat(pool.servers()).containsExactly(TOP, SIDE);
  }
}
