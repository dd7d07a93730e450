package dev.garrison.wsus.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.problem.WsusCode;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UpdateServerPoolTest {
  private static final WsusServer ONE = NamedServer.at("wsus01").server();
  private static final WsusServer TWO = NamedServer.at("wsus02").server();
  private static final WsusServer BELOW = NamedServer.at("wsus03").neverWritten().server();

  private final List<FakeUpdateServer> opened = new ArrayList<>();
  private final UpdateServerPool pool =
      new UpdateServerPool(
          List.of(ONE, TWO),
          server -> {
            FakeUpdateServer fake = new FakeUpdateServer(server.name());
            opened.add(fake);
            return fake;
          });

  private static Diagnostic problem(String text) {
    return Diagnostic.error(WsusCode.SERVER_NEEDS_CARE, text, "Look.");
  }

  private static RefusalException refusal(String text) {
    return new RefusalException(problem(text));
  }

  @Test
  void aServerIsOpenedWhenItIsFirstAskedAndOnce() {
    assertThat(opened).isEmpty();

    assertThat(pool.of(ONE)).isSameAs(pool.of(ONE));
    assertThat(opened).extracting(FakeUpdateServer::name).containsExactly("wsus01:8531");
  }

  @Test
  void aServerWithANameIsFoundByItAndByTheAddressThatEarlierRecordsHave() {
    WsusServer named =
        new WsusServer(
            ONE.url(),
            Optional.of("wsus01.contoso.example"),
            ONE.owner(),
            ONE.serverId(),
            ONE.access(),
            ONE.writes(),
            ONE.rings(),
            ONE.discover());
    UpdateServerPool all =
        new UpdateServerPool(List.of(named, TWO), server -> new FakeUpdateServer(server.name()));

    assertThat(named.name()).isEqualTo("wsus01.contoso.example");
    assertThat(all.named("WSUS01.contoso.example")).contains(named);
    assertThat(all.named("wsus01:8531")).contains(named);
    assertThat(all.named("wsus01")).isEmpty();
  }

  @Test
  void allThatWereOpenedAreClosedWithIt() {
    pool.of(ONE);
    pool.of(TWO);
    pool.close();

    assertThat(opened).hasSize(2).allMatch(fake -> fake.calls().isClosed());
  }

  @Test
  void thoseThatWereFoundFollowThoseOfTheManifestUntilOthersAreFound() {
    pool.join(List.of(BELOW));
    assertThat(pool.servers()).containsExactly(ONE, TWO, BELOW);
    assertThat(pool.named()).containsExactly(ONE, TWO);

    pool.join(List.of());
    assertThat(pool.servers()).containsExactly(ONE, TWO);
  }

  @Test
  void othersAreAddedOnceEach() {
    assertThat(pool.serversWith(List.of(TWO, BELOW))).containsExactly(ONE, TWO, BELOW);
  }

  @Test
  void aServerIsKnownByItsNameInAnyCase() {
    assertThat(pool.named("WSUS02:8531")).contains(TWO);
    assertThat(pool.named("wsus09:8531")).isEmpty();
    pool.join(List.of(BELOW));
    assertThat(pool.named("wsus03:8531")).contains(BELOW);
  }

  @Test
  void whatTheLastSurveyCouldNotReadIsKnownByNameUntilTheNext() {
    RefusalException why = refusal("It is down.");
    pool.unread(Map.of(BELOW, why));
    assertThat(pool.unread("WSUS03:8531")).containsSame(why);
    assertThat(pool.unread("wsus01:8531")).isEmpty();

    pool.unread(Map.of());
    assertThat(pool.unread("wsus03:8531")).isEmpty();
  }

  @Test
  void aServerThatHidesThoseBelowItIsStoppedUntilItTells() {
    pool.hiding(Map.of(ONE, refusal("It hides.")));
    assertThat(pool.hides(ONE)).contains(problem("It hides."));
    assertThat(pool.stopped(ONE)).contains(problem("It hides."));
    assertThat(pool.stopped(TWO)).isEmpty();

    pool.hiding(Map.of());
    assertThat(pool.stopped(ONE)).isEmpty();
  }

  @Test
  void aServerIsStoppedForTheFirstReasonAndForGood() {
    pool.stop(ONE, problem("First."));
    pool.stop(ONE, problem("Second."));
    pool.hiding(Map.of(ONE, refusal("It hides.")));

    assertThat(pool.stopped(ONE)).contains(problem("First."));
    assertThat(pool.stopped(TWO)).isEmpty();
  }

  @Test
  void answersOfSeveralServersComeInTheOrderAsked() {
    assertThat(pool.each(List.of(TWO, ONE), WsusServer::name))
        .containsExactly(Map.entry(TWO, "wsus02:8531"), Map.entry(ONE, "wsus01:8531"));
  }
}
