package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.manifest.wsus.WsusServer.Owner;
import dev.garrison.wsus.model.DownstreamServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the servers below another are asked, and who manages them. */
final class DownstreamTest {
  private static final WsusServer TOP = top("wsus01.contoso.example");

  private static WsusServer top(String host) {
    return new WsusServer(
        URI.create("https://" + host + ":8531"),
        Owner.WSUS,
        Optional.empty(),
        new ServerAccess(
            false,
            List.of(new TrustAnchor.SystemAuthorities()),
            new SignIn(
                SignIn.Method.KERBEROS,
                Optional.empty(),
                Optional.of("HTTP/wsus01.contoso.example"),
                Optional.empty())),
        Optional.empty(),
        Map.of(),
        WsusServer.Discover.DOWNSTREAM);
  }

  private static DownstreamServer row(String name, int id, int parent, boolean replica) {
    return new DownstreamServer(
        name, new UUID(0, id), new UUID(0, parent), "10.0.20348.1", replica);
  }

  private static Downstream below(WsusServer top, DownstreamServer... rows) {
    return new Downstream(
        List.of(top), Map.of(new Downstream.Above(top, new UUID(0, 1)), List.of(rows)));
  }

  @Test
  void areExpectedBehindThePortOfTheOneAboveAndNeverWrittenTo() {
    WsusServer found = below(TOP, row("WSUS02.contoso.example", 2, 1, true)).found().getFirst();
    assertThat(found.url()).hasToString("https://WSUS02.contoso.example:8531");
    assertThat(found.writes()).isEmpty();
    assertThat(found.serverId()).contains(new UUID(0, 2));
    assertThat(found.access().signIn().servicePrincipal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wsus02.emea.contoso.example", "wsus02.contoso.example"})
  void areAskedInTheDomainOfTheOneAbove(String name) {
    assertThat(below(TOP, row(name, 2, 1, true)).found()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "wsus02.fabrikam.example, which isn't in the same domain",
    "contoso.example.attacker.example, which isn't in the same domain",
    "wsus02, which isn't in the same domain",
    "wsus_02.contoso.example, which isn't a valid host name",
    "attacker.example/.contoso.example, which isn't a valid host name",
    "svc@wsus02.contoso.example, which isn't a valid host name",
    "wsus02:443.contoso.example, which isn't a valid host name",
    "[wsus02.contoso.example, which isn't a valid host name",
    "%.contoso.example, which isn't a valid host name",
    "'', which isn't a valid host name"
  })
  void areNotAskedUnderAnyOtherName(String name, String why) {
    Downstream below = below(TOP, row(name, 2, 1, true));
    assertThat(below.found()).isEmpty();
    assertThat(below.refused().values())
        .singleElement()
        .extracting(refusal -> refusal.diagnostics().getFirst().problem())
        .isEqualTo(
            "WSUS server wsus01.contoso.example:8531 lists a downstream server \"%s\", %s."
                .formatted(name, why));
  }

  @Test
  void areNotAskedWhereTheOneAboveIsCalledByAShortName() {
    assertThat(below(top("wsus01"), row("wsus02.contoso.example", 2, 1, true)).found()).isEmpty();
  }

  @Test
  void aReplicaHasTheOwnerOfTheOneThatItHasItsApprovalsFrom() {
    Downstream below =
        below(
            TOP,
            row("a.contoso.example", 2, 1, true),
            row("b.contoso.example", 3, 2, true),
            row("c.contoso.example", 4, 1, false),
            row("d.contoso.example", 5, 4, true),
            row("e.contoso.example", 6, 6, true));
    assertThat(below.found())
        .extracting(server -> server.url().getHost().charAt(0) + " " + server.owner().word())
        .containsExactly("a wsus", "b wsus", "c unstated", "d unstated", "e unstated");
  }

  @Test
  void oneThatWasSetUpAnewIsNotAskedUntilItsOldRowIsGone() {
    Downstream below =
        below(
            TOP,
            row("wsus02.contoso.example", 2, 1, true),
            row("WSUS02.contoso.example", 3, 1, true));
    assertThat(below.found()).isEmpty();
    assertThat(below.refused().values())
        .singleElement()
        .extracting(refusal -> refusal.diagnostics().getFirst().problem())
        .isEqualTo(
            "WSUS server wsus01.contoso.example:8531 lists the downstream server \"wsus02.contoso.example\" more than once, with different IDs.");
  }

  @Test
  void namesThatAreShownAlikeAreOneServer() {
    assertThat(
            below(
                    TOP,
                    row("a@b.contoso.example", 2, 1, true),
                    row("a_b.contoso.example", 3, 1, true))
                .refused())
        .hasSize(1);
  }

  @Test
  void oneThatTheManifestNamesIsNotFoundAgain() {
    assertThat(below(TOP, row("wsus01.contoso.example", 9, 1, true)).found()).isEmpty();
  }

  @Test
  void aNameOfManyThousandLabelsIsNoHost() {
    Downstream below = below(TOP, row("a.".repeat(100_000) + "contoso.example", 2, 1, false));

    assertThat(below.found()).isEmpty();
    assertThat(below.refused()).hasSize(1);
  }

  @Test
  void oneThatTheManifestNamesByItsIdAloneIsNotFoundAgain() {
    assertThat(below(TOP, row("wsus02.contoso.example", 1, 1, true)).found()).isEmpty();
    WsusServer named =
        TOP.below(URI.create("https://wsus09.contoso.example"), new UUID(0, 2), Owner.WSUS);
    Downstream below =
        new Downstream(
            List.of(TOP, named),
            Map.of(
                new Downstream.Above(TOP, new UUID(0, 1)),
                List.of(row("wsus02.contoso.example", 2, 1, true))));

    assertThat(below.found()).isEmpty();
    assertThat(below.refused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.2, true",
    "10.0.0.200, true",
    "10.0.1.2, false",
    "wsus02.contoso.example, false",
    "10.0.0.a, false"
  })
  void belowAnAddressOnlyAddressesOfItsNetworkAreAsked(String name, boolean isAsked) {
    assertThat(below(top("10.0.0.1"), row(name, 2, 1, true)).found()).hasSize(isAsked ? 1 : 0);
  }

  @Test
  void eachThatIsRefusedIsNamed() {
    assertThat(
            below(TOP, row("a.fabrikam.example", 2, 1, true), row("b.fabrikam.example", 3, 1, true))
                .refused())
        .hasSize(2);
  }

  @Test
  void behindAPortThatIsNotWrittenTheOthersHaveNoneEither() {
    WsusServer plain =
        new WsusServer(
            URI.create("https://wsus01.contoso.example"),
            Owner.WSUS,
            Optional.empty(),
            TOP.access(),
            Optional.empty(),
            Map.of(),
            WsusServer.Discover.DOWNSTREAM);

    assertThat(below(plain, row("wsus02.contoso.example", 2, 1, true)).found().getFirst().url())
        .hasToString("https://wsus02.contoso.example");
  }
}
