package dev.garrison.wsus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.problem.SensorProblems;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read of the sensor on one server. */
final class SensorStocksTest {
  private static final WsusServer NAMED = NamedServer.at("wsus01").server();
  private static final UpdateOnServer UPDATE = UpdateOnServer.sensor(1, "1");
  private static final UpdateOnServer OTHER =
      UpdateOnServer.of(9, "Windows", "1234567", UpdateOnServer.SENSOR);

  private final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531").with(UPDATE, OTHER);
  private final SensorStocks stocks = new SensorStocks();

  private SensorCatalogue catalogue() {
    return SensorCatalogue.of(fake);
  }

  private SensorProduct product() {
    return catalogue().product().orElseThrow();
  }

  private List<UUID> found() {
    return catalogue().updates(product()).stream()
        .map(update -> update.identity().updateId())
        .toList();
  }

  private List<Approval> approvals() {
    return catalogue().approvals(product(), catalogue().updates(product()));
  }

  private Approval approved() {
    return fake.has().approved(UPDATE.id(), FakeMemory.PILOT.id(), Optional.empty(), "LAB\\kim");
  }

  @Test
  void theProductIsKnownByItsKindAndTitle() {
    fake.has()
        .categories
        .add(
            new Category(
                Category.Kind.PRODUCT_FAMILY, new UUID(5, 1), "Microsoft Defender for Endpoint"));
    fake.has().categories.add(new Category(Category.Kind.PRODUCT, new UUID(5, 2), "Windows"));

    assertThat(catalogue().products()).containsExactly(UpdateOnServer.SENSOR);
    assertThat(product()).isEqualTo(SensorProduct.of(UpdateOnServer.SENSOR.id()));
  }

  @Test
  void updatesOfTheArticleAreFoundByTheirProductInOneSearch() {
    assertThat(found()).containsExactly(UPDATE.updateId());
    assertThat(fake.calls().all()).filteredOn(call -> call.startsWith("search")).hasSize(1);
  }

  @Test
  void aServerThatFindsNothingByProductIsAskedForTheArticle() {
    fake.with(
        UpdateOnServer.of(
            1,
            UPDATE.title(),
            UpdateOnServer.ARTICLE,
            new Category(Category.Kind.PRODUCT, new UUID(5, 3), "Windows")));

    assertThat(found()).containsExactly(UPDATE.updateId());
    assertThat(fake.calls().all()).contains("search 5005292");
  }

  @Test
  void aServerThatRefusesAProductInASearchIsAskedForTheArticle() {
    fake.calls()
        .before(
            "search",
            () -> {
              if (fake.calls().all().getLast().equals("search 5005292")) {
                fake.calls().heal("search");
              }
            });
    fake.calls().fail("search", FailureKind.REFUSED, "no categories");

    assertThat(found()).containsExactly(UPDATE.updateId());
  }

  @ParameterizedTest
  @EnumSource(value = FailureKind.class, mode = EnumSource.Mode.EXCLUDE, names = "REFUSED")
  void anyOtherFailureIsOne(FailureKind kind) {
    SensorProduct product = product();
    fake.calls().fail("search", kind, "why");
    fake.calls().fail("approvals", kind, "why");

    assertThatThrownBy(() -> catalogue().updates(product)).hasMessageContaining(kind.label());
    assertThatThrownBy(() -> catalogue().approvals(product, List.of()))
        .hasMessageContaining(kind.label());
  }

  @Test
  void approvalsOfAllUpdatesComeInOneRequest() {
    Approval approval = approved();

    assertThat(approvals()).containsExactly(approval);
    assertThat(fake.calls().all()).filteredOn(call -> call.startsWith("approvals")).hasSize(1);
    assertThat(fake.calls().all()).noneMatch(call -> call.startsWith("count"));
  }

  @Test
  void thatThereAreNoneIsBelievedWhereTheProductFindsUpdates() {
    assertThat(approvals()).isEmpty();
    assertThat(fake.calls().all()).filteredOn(call -> call.startsWith("approvals")).hasSize(1);
  }

  @Test
  void whereTheProductFindsNothingEachUpdateIsAskedFor() {
    fake.with(
        UpdateOnServer.of(
            1,
            UPDATE.title(),
            UpdateOnServer.ARTICLE,
            new Category(Category.Kind.PRODUCT, new UUID(5, 3), "Windows")));
    fake.has().remove(OTHER.id());
    Approval approval = approved();

    assertThat(approvals()).containsExactly(approval);
    assertThat(fake.calls().all()).filteredOn(call -> call.startsWith("approvals")).hasSize(2);
  }

  @Test
  void whereNoUpdateIsThereNoneIsAskedFor() {
    fake.has().remove(UPDATE.id());
    fake.has().remove(OTHER.id());

    assertThat(approvals()).isEmpty();
    assertThat(fake.calls().all()).noneMatch(call -> call.startsWith("count"));
  }

  @Test
  void aServerThatRefusesAProductForApprovalsIsAskedForEachUpdate() {
    Approval approval = approved();
    fake.calls()
        .before(
            "approvals",
            () -> {
              if (fake.calls().all().getLast().equals("approvals " + UPDATE.id())) {
                fake.calls().heal("approvals");
              }
            });
    fake.calls().fail("approvals", FailureKind.REFUSED, "no categories");

    assertThat(approvals()).containsExactly(approval);
  }

  @Test
  void updatesOfOtherArticlesAreFoundByTheArticle() {
    assertThat(catalogue().others("1234567"))
        .extracting(update -> update.identity().updateId())
        .containsExactly(OTHER.updateId());
  }

  @Test
  void whatWasReadLastIsRemembered() {
    assertThat(stocks.of(NAMED)).isEmpty();
    Approval approval = approved();

    SensorStock stock = stocks.read(NAMED, fake);
    assertThat(stocks.of(NAMED)).containsSame(stock);
    assertThat(stock.updates()).hasSize(1);
    assertThat(stock.approvals()).containsExactly(approval);
    assertThat(stock.sensors()).extracting(SensorUpdate::id).containsExactly(UPDATE.updateId());
  }

  @Test
  void whereTheProductIsNotKnownOnlyTheGroupsAre() {
    fake.has().categories.clear();

    SensorStock stock = stocks.read(NAMED, fake);
    assertThat(stock.product()).isEmpty();
    assertThat(stock.updates()).isEmpty();
    assertThat(stock.approvals()).isEmpty();
    assertThat(stock.tree().groups()).hasSize(4);
  }

  @Test
  void nothingIsBuiltOnAProductThatIsThereTwice() {
    fake.has()
        .categories
        .add(
            new Category(Category.Kind.PRODUCT, new UUID(5, 2), "Microsoft Defender for Endpoint"));

    assertThatThrownBy(() -> stocks.read(NAMED, fake))
        .hasMessage(
            "WSUS server wsus01:8531 has 2 products named \"Microsoft Defender for Endpoint\". Run \"garrison wsus probe\". [PRODUCT_AMBIGUOUS GAR-0940]");
    assertThat(stocks.of(NAMED)).isEmpty();
  }

  @Test
  void nothingIsBuiltOnGroupsThatMakeNoTree() {
    fake.has().groups.removeIf(group -> group.id().equals(TargetGroup.ALL_COMPUTERS));

    assertThatThrownBy(() -> stocks.read(NAMED, fake))
        .hasMessage(
            "The computer groups of WSUS server wsus01:8531 don't form a tree: there is no group with the id a0a08746-4dbe-4a37-9adf-9e7652c0b421. Run \"garrison wsus probe --report FILE\", and report the result. [GROUPS_NOT_UNDERSTOOD GAR-0949]");
  }

  @Test
  void problemsOfTheProductHaveTheirWords() {
    assertThat(SensorProblems.unknown("wsus01"))
        .hasToString(
            "WSUS server wsus01 has no product \"Microsoft Defender for Endpoint\". Run \"garrison wsus probe\". [PRODUCT_NOT_THERE GAR-0939]");
    assertThat(SensorProblems.tooMany("wsus01", 5001, 5000))
        .hasToString(
            "WSUS server wsus01 has 5,001 sensor updates. More than 5,000 can't be correct. Run \"garrison wsus probe --report FILE\", and report the result. [TOO_MANY_UPDATES GAR-0945]");
  }

  @Test
  void anUpdateIsReadAnewByTheRevisionThatWasSeen() {
    assertThat(stocks.now(NAMED, fake, UPDATE.updateId())).isEmpty();
    stocks.read(NAMED, fake);
    fake.with(UPDATE.declined(true));

    assertThat(stocks.now(NAMED, fake, UPDATE.updateId()).map(Update::standing).orElseThrow())
        .matches(standing -> standing.declined());
    assertThat(stocks.now(NAMED, fake, OTHER.updateId())).isEmpty();
    fake.has().remove(UPDATE.id());
    assertThat(stocks.now(NAMED, fake, UPDATE.updateId())).isEmpty();
  }

  @Test
  void anUpdateIsKnownByItsLatestRevision() {
    fake.with(UPDATE.revision(201));
    SensorStock stock = stocks.read(NAMED, fake);

    assertThat(stock.sensor(UPDATE.updateId()).orElseThrow().update().identity().revisionNumber())
        .isEqualTo(201);
    assertThat(stock.sensor(OTHER.updateId())).isEmpty();
  }

  @Test
  void groupsAreKnownByNameInAnyCaseOrById() {
    SensorStock stock = stocks.read(NAMED, fake);

    assertThat(stock.groups("PILOT")).containsExactly(FakeMemory.PILOT);
    assertThat(stock.groups(FakeMemory.PILOT.id().toString())).containsExactly(FakeMemory.PILOT);
    assertThat(stock.groups("nobody")).isEmpty();
  }

  @Test
  void aChoiceIsOfAnUpdateWhereThereIsOne() {
    SensorUpdate sensor = stocks.read(NAMED, fake).sensors().getFirst();

    assertThat(SensorStock.current(new Choice.NeedsLicence(sensor))).contains(sensor);
  }

  @Test
  void whereTheServerContradictsItselfTheStockSaysSo() {
    fake.with(UPDATE.since(UpdateOnServer.ARRIVED, Optional.of(true), false));

    assertThat(stocks.read(NAMED, fake).contradictions().any()).isPresent();
  }
}
