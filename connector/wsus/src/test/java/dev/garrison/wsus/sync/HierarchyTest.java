package dev.garrison.wsus.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.DownstreamServer;
import dev.garrison.wsus.model.ServerConfiguration;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which server synchronises from which. */
final class HierarchyTest {
  private static final SyncCheck TOP = fromMicrosoft("https://wsus01.contoso.example:8531", 1);

  private static final SyncCheck NAMELESS =
      below("https://wsus02.contoso.example:8531", 2, "updates.contoso.example", 8531);

  private static WsusServer server(String url) {
    return new WsusServer(
        URI.create(url),
        WsusServer.Owner.WSUS,
        Optional.empty(),
        new ServerAccess(
            false,
            List.of(new TrustAnchor.SystemAuthorities()),
            new SignIn(
                SignIn.Method.KERBEROS, Optional.empty(), Optional.empty(), Optional.empty())),
        Optional.empty(),
        Map.of(),
        WsusServer.Discover.NOTHING);
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static SyncCheck examined(String url, int id, String upstream, int port) {
    return new SyncCheck(
        server(url),
        new SyncDecision.Start(),
        Optional.of(
            new ServerConfiguration(
                id(id), upstream.isEmpty(), upstream, false, true, true, true, port)),
        Optional.empty(),
        Set.of());
  }

  private static SyncCheck fromMicrosoft(String url, int id) {
    return examined(url, id, "", 8530);
  }

  private static SyncCheck below(String url, int id, String upstream, int port) {
    return examined(url, id, upstream, port);
  }

  private static Optional<String> upstream(SyncCheck below, SyncCheck... others) {
    List<SyncCheck> all = new ArrayList<>(List.of(others));
    all.add(below);
    return new Hierarchy(all, _ -> List.of()).upstream(below.server()).map(WsusServer::name);
  }

  /** A server of a name that the manifest does not have, and what its upstream server tells. */
  private static Hierarchy underAnotherName(Function<SyncCheck, List<DownstreamServer>> told) {
    return new Hierarchy(
        List.of(TOP, NAMELESS), each -> each.equals(TOP) ? told.apply(each) : List.of());
  }

  private static List<DownstreamServer> knows(int parent) {
    return List.of(new DownstreamServer("wsus02", id(2), id(parent), "10.0", false));
  }

  @ParameterizedTest
  @CsvSource({
    "wsus01.contoso.example, 8531",
    "WSUS01.Contoso.Example, 8531",
    "wsus01, 8531",
    "wsus01.contoso.example, 8530"
  })
  void anUpstreamServerIsKnownByItsNameInAnyForm(String name, int port) {
    assertThat(upstream(below("https://wsus02.contoso.example:8531", 2, name, port), TOP))
        .contains("wsus01.contoso.example:8531");
  }

  @Test
  void aServerWhoseUpstreamServerIsNotInTheManifestStandsAlone() {
    assertThat(
            upstream(
                below("https://wsus02.contoso.example:8531", 2, "wsus09.contoso.example", 8531),
                TOP))
        .isEmpty();
  }

  @Test
  void aServerThatSynchronisesFromMicrosoftHasNoUpstreamServer() {
    assertThat(upstream(fromMicrosoft("https://wsus02.contoso.example:8531", 2), TOP)).isEmpty();
  }

  @Test
  void thePortTellsTwoServersOfOneNameApart() {
    assertThat(
            upstream(
                below("https://wsus02.contoso.example:8531", 2, "wsus01", 80),
                TOP,
                fromMicrosoft("http://wsus01.contoso.example", 3)))
        .contains("wsus01.contoso.example");
  }

  @Test
  void aShortNameThatFitsTwoServersSaysNothing() {
    assertThat(
            upstream(
                below("https://wsus02.contoso.example:8531", 2, "wsus01", 8531),
                TOP,
                fromMicrosoft("https://wsus01.fabrikam.example:8531", 3)))
        .isEmpty();
  }

  @Test
  void aServerThatCannotBeAskedIsStillKnownByName() {
    SyncCheck dead = SyncCheck.without(TOP.server(), new SyncDecision.Refused(List.of()));
    assertThat(upstream(below("https://wsus02.contoso.example:8531", 2, "wsus01", 8531), dead))
        .contains("wsus01.contoso.example:8531");
  }

  @Test
  void underAnotherNameTheServerCountsThatKnowsItsId() {
    Hierarchy hierarchy = underAnotherName(_ -> knows(1));
    assertThat(hierarchy.upstream(NAMELESS.server())).contains(TOP.server());
    assertThat(hierarchy.doubt(NAMELESS.server())).isEmpty();
  }

  @Test
  void aServerFurtherUpThatKnowsItsIdDoesNotCount() {
    assertThat(underAnotherName(_ -> knows(7)).upstream(NAMELESS.server())).isEmpty();
  }

  @Test
  void aServerThatDoesNotTellLeavesItInDoubt() {
    Hierarchy hierarchy =
        underAnotherName(_ -> {
          throw new RefusalException(
              Diagnostic.error(SyncCode.SYNC_FAILED, "It does not tell.", "Ask it."));
        });
    assertThat(hierarchy.upstream(NAMELESS.server())).isEmpty();
    assertThat(hierarchy.doubt(NAMELESS.server())).contains(TOP.server());
    assertThat(hierarchy.doubt(TOP.server())).isEmpty();
  }

  @Test
  void whereNamesTellNobodyIsAskedForThoseBelow() {
    SyncCheck below = below("https://wsus02.contoso.example:8531", 2, "wsus01", 8531);
    Hierarchy hierarchy =
        new Hierarchy(
            List.of(TOP, below),
            each -> {
              throw new AssertionError(each.server().name() + " was asked");
            });
    assertThat(hierarchy.upstream(below.server())).contains(TOP.server());
  }

  @Test
  void serversThatSynchroniseFromOneAnotherAreEndless() {
    SyncCheck one = below("https://wsus01.contoso.example:8531", 1, "wsus02", 8531);
    SyncCheck other = below("https://wsus02.contoso.example:8531", 2, "wsus01", 8531);
    Hierarchy hierarchy = new Hierarchy(List.of(one, other), _ -> List.of());
    assertThat(hierarchy.isEndless(one.server())).isTrue();
    assertThat(new Hierarchy(List.of(TOP, other), _ -> List.of()).isEndless(other.server()))
        .isFalse();
  }
}
