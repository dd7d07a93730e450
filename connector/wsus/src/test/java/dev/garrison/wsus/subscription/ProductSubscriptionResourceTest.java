package dev.garrison.wsus.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.Category;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ManualStep;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.sensor.SensorStocks;
import dev.garrison.wsus.servers.AdminName;
import dev.garrison.wsus.servers.UpdateServerPool;
import dev.garrison.wsus.servers.WritePermission;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sensor's product among those that a server synchronises. */
final class ProductSubscriptionResourceTest {
  private static final String STAYS =
      "The product stays synchronized: remove the product in the console.";
  private static final UUID SENSOR = UpdateOnServer.SENSOR.id();
  private static final UUID WINDOWS = new UUID(6, 6);
  private static final UUID CLASS = new UUID(4, 1);
  private static final WsusServer NAMED = NamedServer.at("wsus01").server();
  private static final WsusServer WATCHED = NamedServer.at("wsus02").neverWritten().server();

  private final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531");
  private final UpdateServerPool pool = new UpdateServerPool(List.of(NAMED, WATCHED), _ -> fake);
  private final SensorStocks stocks = new SensorStocks();
  private final ProductSubscriptionResource resource = resource(true);

  @BeforeEach
  void withoutTheSensor() {
    fake.has().products.clear();
    fake.has().products.add(WINDOWS);
  }

  private ProductSubscriptionResource resource(boolean manages) {
    return new ProductSubscriptionResource(
        pool, stocks, new WritePermission(pool), manages, new AdminName(new Mark("small")));
  }

  private static Wanted<ProductSubscription> on(String server) {
    return Wanted.present(ProductSubscription.address(server), ProductSubscription.of(server));
  }

  private Observation<ProductSubscription> seen(String server) {
    return resource
        .observe(List.of(on(server)), new Resolved(), Scope.WANTED)
        .of(ProductSubscription.address(server));
  }

  private static Observation<ProductSubscription> found(boolean isKnown, boolean isSubscribed) {
    return new Observation.Found<>(
        new ProductSubscription("wsus01:8531", isKnown, isSubscribed),
        new Owner.Ours(),
        "wsus01:8531",
        "");
  }

  private Outcome subscribe(String server) {
    return resource.carryOut(
        new Change<>(Action.UPDATE, on(server), found(true, false)),
        new Resolved(),
        Progress.silent());
  }

  private void refused(String message) {
    assertThatThrownBy(() -> subscribe("wsus01:8531")).hasMessage(message);
  }

  @Test
  void whatThereIsIsSentBackWithTheProductBesides() {
    stocks.read(NAMED, fake);
    assertThat(seen("wsus01:8531")).isEqualTo(found(true, false));

    assertThat(subscribe("wsus01:8531")).isEqualTo(new Outcome.Done());
    assertThat(fake.calls().writes())
        .containsExactly(
            "subscribe [%s, %s] [%s] CONTOSO\\garrison [garrison:1:small]"
                .formatted(WINDOWS, SENSOR, CLASS));
    assertThat(seen("wsus01:8531")).isEqualTo(found(true, true));
    assertThat(fake.has().classifications).containsExactly(CLASS);
  }

  @Test
  void aProductThatIsThereIsNotSentTwice() {
    stocks.read(NAMED, fake);
    fake.has().products.add(SENSOR);

    assertThat(subscribe("wsus01:8531")).isEqualTo(new Outcome.Done());
    assertThat(fake.has().products).containsExactly(WINDOWS, SENSOR);
  }

  @Test
  void theGateStandsBeforeASubscription() {
    stocks.read(NAMED, fake);
    fake.has().configuration =
        new ServerConfiguration(new UUID(9, 9), true, "", false, true, false, true, 8530);

    refused(
        "WSUS server wsus01:8531 has the server ID 00000000-0000-0009-0000-000000000009, but the manifest has %s. Find out which server answers at this address. If the server was set up again, correct \"serverId\". [OTHER_UPDATE_SERVER GAR-0934]"
            .formatted(FakeMemory.SERVER_ID));
    assertThat(fake.calls().writes()).isEmpty();
  }

  @Test
  void nothingIsSubscribedWhileTheServerSynchronises() {
    stocks.read(NAMED, fake);
    fake.has().syncState = SyncState.WORKING;

    refused(
        "WSUS server wsus01:8531 is synchronizing. Run the command again when the synchronization has ended. No changes were made. [SERVER_SYNCHRONISING GAR-0994]");
    assertThat(fake.calls().writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"products", "classifications", "nothing"})
  void aServerThatShowsOtherListsIsStopped(String which) {
    stocks.read(NAMED, fake);
    switch (which) {
      case "products" -> afterwards(fake.has().products);
      case "classifications" -> afterwards(fake.has().classifications);
      default -> fake.has().ignored.add("subscribe");
    }

    refused(
        "WSUS server wsus01:8531 accepted the subscription, but shows other products or classifications. Check the update in the WSUS console. Garrison makes no more changes on that server in this run. [READ_BACK_OTHER GAR-0948]");
    assertThat(pool.stopped(NAMED)).isPresent();
  }

  /** One is lost once the lists are sent. */
  private void afterwards(List<UUID> list) {
    fake.calls().before("subscribe", () -> fake.calls().before("subscribedIds", list::clear));
  }

  @Test
  void whatAnUpstreamServerDecidesIsRefused() {
    stocks.read(NAMED, fake);
    fake.has().configuration =
        new ServerConfiguration(
            FakeMemory.SERVER_ID, false, "wsus00", false, true, false, true, 8530);

    refused(
        "WSUS server wsus01:8531 takes products and classifications from its upstream server: a call (Cannot set update classifications or categories on subscription when syncing from upstream WSUS Server.). Change the subscription on the server that synchronizes from Microsoft Update. [UPSTREAM_DECIDES GAR-0914]");
  }

  @Test
  void aSynchronisationThatBeganMeanwhileIsRefusedByTheServer() {
    stocks.read(NAMED, fake);
    fake.calls().before("subscribe", () -> fake.has().syncState = SyncState.RUN_REQUESTED);

    refused(
        "WSUS server wsus01:8531 is synchronizing: a call (Cannot save configuration because the server subscription is currently running.). Run the command again when the synchronization has ended. [BUSY_WITH_SYNC GAR-0913]");
  }

  @Test
  void nothingIsWrittenToAServerThatIsNotNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> subscribe("wsus09:8531"))
        .withMessage("product-subscription/wsus09:8531 is no server");
  }

  @Test
  void aServerThatIsNotNamedHasNone() {
    assertThat(seen("wsus09:8531")).isEqualTo(new Observation.Missing<>());
  }

  @Test
  void aServerThatFailsIsUnreadable() {
    stocks.read(NAMED, fake);
    fake.calls().fail("subscribed", FailureKind.UNAVAILABLE, "down");

    assertThat(seen("wsus01:8531"))
        .isEqualTo(
            new Observation.Unreadable<>(
                "WSUS server wsus01:8531 can't be reached: a call (down)."));
  }

  @Test
  void aServerThatDoesNotKnowTheProductDoesNotSubscribeToIt() {
    assertThat(seen("wsus01:8531")).isEqualTo(found(false, false));
    fake.has().categories.clear();
    stocks.read(NAMED, fake);
    assertThat(seen("wsus01:8531")).isEqualTo(found(false, false));
  }

  @ParameterizedTest
  @CsvSource({
    "PRODUCT_FAMILY, true, true",
    "COMPANY, true, true",
    "PRODUCT_FAMILY, false, false",
    "PRODUCT, true, false"
  })
  void aFamilyMayIncludeTheProductWhereItsUpdatesAreThere(
      Category.Kind kind, boolean hasUpdates, boolean isSubscribed) {
    fake.has().categories.add(new Category(kind, WINDOWS, "Microsoft"));
    if (hasUpdates) {
      fake.with(UpdateOnServer.sensor(1, "1"));
    }
    stocks.read(NAMED, fake);

    assertThat(seen("wsus01:8531")).isEqualTo(found(true, isSubscribed));
  }

  private static Proposal.Proposed proposed(
      ProductSubscriptionResource by, String server, Observation<ProductSubscription> seen) {
    return (Proposal.Proposed) by.propose(on(server), seen);
  }

  @Test
  void whatIsMissingIsAddedWhereTheManifestSaysSo() {
    Proposal.Proposed proposed = proposed(resource, "wsus01:8531", found(true, false));

    assertThat(proposed.action()).isEqualTo(Action.UPDATE);
    assertThat(proposed.summary())
        .isEqualTo("synchronize the product \"Microsoft Defender for Endpoint\"");
    assertThat(proposed.notes()).containsExactly(STAYS);
  }

  @ParameterizedTest
  @CsvSource({"false, wsus01:8531", "true, wsus02:8531", "true, wsus09:8531"})
  void aPersonAddsItWhereGarrisonDoesNot(boolean manages, String server) {
    Proposal.Proposed proposed = proposed(resource(manages), server, found(true, false));

    assertThat(proposed.action()).isEqualTo(Action.MANUAL);
    assertThat(proposed.notes()).isEmpty();
    assertThat(proposed.step())
        .contains(
            new ManualStep(
                "Update Services > "
                    + server
                    + " > Options > Products and Classifications > Products > Microsoft Defender for Endpoint",
                "Get-WsusProduct | Where-Object { $_.Product.Title -eq 'Microsoft Defender for Endpoint' } | Set-WsusProduct"));
  }

  @Test
  void aServerThatDoesNotKnowTheProductYetIsWaitedFor() {
    assertThat(proposed(resource, "wsus01:8531", found(false, false)))
        .isEqualTo(
            new Proposal.Proposed(
                Action.WAIT,
                "the server doesn't know the product \"Microsoft Defender for Endpoint\" yet: let the server synchronize once"));
  }

  @Test
  void nothingIsDoneWhereNothingIsMissingOrNothingIsKnown() {
    Proposal nothing = new Proposal.Proposed(Action.NO_OP, "already synchronized");

    assertThat(proposed(resource, "wsus01:8531", found(true, true))).isEqualTo(nothing);
    assertThat(proposed(resource, "wsus01:8531", new Observation.Missing<>())).isEqualTo(nothing);
    assertThat(
            resource.propose(
                new Wanted<>(
                    ProductSubscription.address("wsus01:8531"), new Desired.Absent<>("gone")),
                found(true, false)))
        .isEqualTo(nothing);
    assertThat(
            resource.propose(
                Wanted.present(
                    ProductSubscription.address("wsus01:8531"),
                    new ProductSubscription("wsus01:8531", true, false)),
                found(true, false)))
        .isEqualTo(nothing);
    assertThat(proposed(resource, "wsus01:8531", new Observation.Ambiguous<>(List.of("a", "b"))))
        .isEqualTo(new Proposal.Proposed(Action.WAIT, "several objects exist"));
    assertThat(proposed(resource, "wsus01:8531", new Observation.Unreadable<>("it is down")))
        .isEqualTo(new Proposal.Proposed(Action.WAIT, "it is down"));
  }

  @Test
  void itIsAKindOfItsOwn() {
    ProductSubscription state = ProductSubscription.of("wsus01:8531");

    assertThat(resource.kind().name()).isEqualTo("product-subscription");
    assertThat(resource.kind().form().stateClass()).isEqualTo(ProductSubscription.class);
    assertThat(resource.references(state)).isEmpty();
    assertThat(resource.kind().rollback().changed()).isEqualTo(STAYS);
  }
}
