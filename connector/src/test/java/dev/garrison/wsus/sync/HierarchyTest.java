package dev.garrison.wsus.sync;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which server synchronises from which. */
final class HierarchyTest {
  private static final Examined TOP = fromMicrosoft("https://wsus01.contoso.example:8531", 1);

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

  private static Examined examined(
      String url, int id, String upstream, int port, List<DownstreamServer> below) {
    return new Examined(
        server(url),
        new SyncDecision.Start(),
        Optional.of(
            new ServerConfiguration(
                id(id), upstream.isEmpty(), upstream, false, true, true, true, port)),
        below,
        Optional.empty(),
        Set.of());
  }

  private static Examined fromMicrosoft(String url, int id) {
    return examined(url, id, "", 8530, List.of());
  }

  private static Examined below(String url, int id, String upstream, int port) {
    return examined(url, id, upstream, port, List.of());
  }

  private static Optional<String> upstream(Examined below, Examined... others) {
    List<Examined> all = new ArrayList<>(List.of(others));
    all.add(below);
    return new Hierarchy(all).upstream(below.server()).map(WsusServer::name);
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
    Examined dead = Examined.without(TOP.server(), new SyncDecision.Refused(List.of()));
    assertThat(upstream(below("https://wsus02.contoso.example:8531", 2, "wsus01", 8531), dead))
        .contains("wsus01.contoso.example:8531");
  }

  @Test
  void underAnotherNameTheServerCountsThatKnowsItsId() {
    Examined knowing =
        examined(
            "https://wsus01.contoso.example:8531",
            1,
            "",
            8530,
            List.of(new DownstreamServer("wsus02", id(2), id(1), "10.0", false)));
    assertThat(
            upstream(
                below("https://wsus02.contoso.example:8531", 2, "updates.contoso.example", 8531),
                knowing))
        .contains("wsus01.contoso.example:8531");
  }

  @Test
  void aServerFurtherUpThatKnowsItsIdDoesNotCount() {
    Examined further =
        examined(
            "https://wsus01.contoso.example:8531",
            1,
            "",
            8530,
            List.of(new DownstreamServer("wsus02", id(2), id(7), "10.0", false)));
    assertThat(
            upstream(
                below("https://wsus02.contoso.example:8531", 2, "updates.contoso.example", 8531),
                further))
        .isEmpty();
  }

  @Test
  void serversThatSynchroniseFromOneAnotherAreEndless() {
    Examined one = below("https://wsus01.contoso.example:8531", 1, "wsus02", 8531);
    Examined other = below("https://wsus02.contoso.example:8531", 2, "wsus01", 8531);
    Hierarchy hierarchy = new Hierarchy(List.of(one, other));
    assertThat(hierarchy.isEndless(one.server())).isTrue();
    assertThat(new Hierarchy(List.of(TOP, other)).isEndless(other.server())).isFalse();
  }
}
