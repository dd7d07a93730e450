package dev.garrison.probe.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.probe.outcome.CheckRun;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.soap.SampleRows;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the probe says of the catalogue, the rules and the health of an update server. */
final class CatalogueChecksTest {
  private static final Category TWIN =
      new Category(Category.Kind.PRODUCT, new UUID(5, 2), "Microsoft Defender for Endpoint");

  private final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531");
  private final SiteNames names = new SiteNames();
  private WsusServer named = NamedServer.at("wsus01").server();

  private Outcome outcome(String check) {
    CheckRun ledger =
        new CheckRun("wsus").check("sign-in", () -> new Outcome.Passed(Text.verbatim("in")));
    new CatalogueChecks(fake, named, names, () -> fake.has().now).look(ledger, "sign-in");
    return ledger.lines().stream()
        .filter(line -> line.label().equals(check))
        .findFirst()
        .map(ProbeLine::outcome)
        .orElseThrow();
  }

  private List<String> problems(String check) {
    return outcome(check).problems().stream().map(Diagnostic::toString).toList();
  }

  private void ended(int event, Duration age) {
    fake.has()
        .events
        .add(new SyncEvent(new UUID(7, 1), event, FakeMemory.START.minus(age), Optional.empty()));
  }

  private void subscription(String by, boolean isAutomatic) {
    Subscription own = fake.has().subscription;
    fake.has().subscription =
        new Subscription(
            0,
            Optional.of(by),
            own.lastModified(),
            own.lastSynchronization(),
            isAutomatic,
            Optional.empty(),
            Optional.empty(),
            2,
            false);
  }

  @Test
  void aSynchronisationThatEndedWellIsSaid() {
    ended(SyncEvent.SUCCEEDED, Duration.ofDays(1));

    assertThat(outcome("synchronisation"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("automatic, once a day, last succeeded 2026-11-23 21:00 UTC");
  }

  @ParameterizedTest
  @CsvSource({
    "386, 1, last failed 2026-11-23 21:00 UTC",
    "387, 1, last canceled 2026-11-23 21:00 UTC",
    "384, 8, none in the last 7 days"
  })
  void withoutAGoodOneInAWeekItIsOverdue(int event, int days, String text) {
    ended(event, Duration.ofDays(days));

    assertThat(outcome("synchronisation"))
        .isInstanceOfSatisfying(
            Outcome.Warned.class,
            warned -> assertThat(warned.text()).hasToString("automatic, once a day, " + text));
    assertThat(problems("synchronisation"))
        .containsExactly(
            "WSUS server wsus01:8531 reports no successful synchronization in the last 7 days. Check \"Synchronizations\" in the WSUS console. [SYNCHRONIZATION_OVERDUE GAR-0938]");
  }

  @Test
  void whileOneRunsNoneIsOverdue() {
    fake.has().syncState = SyncState.WORKING;

    assertThat(outcome("synchronisation"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("automatic, once a day, running now");
  }

  @Test
  void aServerThatAComputerAccountSynchronisesMayBeAnUpdatePoint() {
    ended(SyncEvent.SUCCEEDED, Duration.ofDays(1));
    subscription("CONTOSO\\CM01$", false);

    assertThat(problems("synchronisation"))
        .containsExactly(
            "WSUS server wsus01:8531 may be a software update point of Configuration Manager: synchronization is only manual, and a computer account changed it last. If the server is a software update point, set \"owner: mecm\". Garrison can't detect this automatically. [PERHAPS_UPDATE_POINT GAR-0937]");
  }

  @ParameterizedTest
  @CsvSource({"CM01$, true, WSUS", "LAB\\kim, false, WSUS", "CM01$, false, MECM"})
  void otherServersAreNotTakenForUpdatePoints(
      String by, boolean isAutomatic, WsusServer.Owner owner) {
    ended(SyncEvent.SUCCEEDED, Duration.ofDays(1));
    subscription(by, isAutomatic);
    named = NamedServer.at("wsus01").owner(owner).server();

    assertThat(problems("synchronisation")).isEmpty();
  }

  @Test
  void aProductThatIsSynchronisedIsSaidByItsId() {
    assertThat(outcome("product"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString(UpdateOnServer.SENSOR.id() + ", synchronized");
  }

  @Test
  void aServerThatDoesNotKnowTheProductFails() {
    fake.has().categories.clear();

    assertThat(problems("product"))
        .containsExactly(
            "WSUS server wsus01:8531 has no product \"Microsoft Defender for Endpoint\". Synchronize the server once. New products arrive with a synchronization, and English must be one of the server's languages. [PRODUCT_NOT_THERE GAR-0939]");
    assertThat(outcome("KB5005292"))
        .isInstanceOf(Outcome.Skipped.class)
        .extracting(Outcome::text)
        .hasToString("needs \"product\", which failed");
    assertThat(outcome("rows")).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void betweenTwoProductsOfTheNameNothingIsChosen() {
    fake.has().categories.add(TWIN);

    assertThat(problems("product"))
        .containsExactly(
            "WSUS server wsus01:8531 has 2 products named \"Microsoft Defender for Endpoint\". Report this with --report FILE. Garrison doesn't choose between them. [PRODUCT_AMBIGUOUS GAR-0940]");
  }

  @Test
  void aProductThatIsNotSynchronisedBringsNoUpdates() {
    fake.has().products.clear();

    assertThat(problems("product"))
        .containsExactly(
            "WSUS server wsus01:8531 doesn't synchronize the product \"Microsoft Defender for Endpoint\", so no sensor updates arrive. Select the product under Options > Products and Classifications in the WSUS console. With \"owner: mecm\", select it in Configuration Manager. [PRODUCT_NOT_SUBSCRIBED GAR-0941]");
  }

  @Test
  void belowAnotherServerThatOneDecidesWhatIsSynchronised() {
    fake.has().products.clear();
    fake.has().configuration =
        new ServerConfiguration(
            FakeMemory.SERVER_ID, false, "wsus00", false, true, false, true, 8530);

    assertThat(outcome("product"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString(UpdateOnServer.SENSOR.id() + ", synchronized by the upstream server");
  }

  @Test
  void theNewestOfEachLineIsSaid() {
    fake.with(
        UpdateOnServer.sensor(1, "3"),
        UpdateOnServer.sensor(2, "20"),
        UpdateOnServer.sensor(3, "4"),
        UpdateOnServer.sensor(4, "99").expired(),
        UpdateOnServer.of(5, "Windows", "1234567", UpdateOnServer.SENSOR));

    assertThat(outcome("KB5005292"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("4 updates, 3 in force\nunified agent, no channel: newest 10.8735.26020.20");
  }

  @Test
  void titlesThatTellNothingAreNamed() {
    fake.with(UpdateOnServer.sensor(1, "1").titled("Something new"));

    assertThat(problems("KB5005292"))
        .containsExactly(
            "WSUS server wsus01:8531 has 1 update title without family and version, such as \"Something new\". Report the titles. Garrison doesn't change these updates. [TITLE_NOT_UNDERSTOOD GAR-0942]");
  }

  @Test
  void groupsOfTheServersOwnAreNotListed() {
    assertThat(outcome("groups"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("Pilot, Production");

    fake.has().groups.removeIf(group -> group.name().startsWith("P"));
    fake.has()
        .groups
        .add(
            new TargetGroup(
                UUID.fromString("d374f42a-9be2-4163-a0fa-3c86a401b7a7"),
                "Downstream Servers",
                Optional.empty()));
    assertThat(outcome("groups"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("only the built-in groups");
  }

  private void rule(boolean isEnabled, Category... products) {
    fake.has()
        .rules
        .add(
            new ApprovalRule(
                1, "Everything", isEnabled, List.of(), List.of(products), List.of("Pilot", "All")));
  }

  @Test
  void aRuleThatApprovesTheSameIsNamed() {
    rule(true);
    rule(true, UpdateOnServer.SENSOR);

    assertThat(problems("rules"))
        .hasSize(2)
        .containsOnly(
            "The automatic approval rule \"Everything\" on WSUS server wsus01:8531 approves the same updates as Garrison, for Pilot, All. Remove \"Microsoft Defender for Endpoint\" from the rule, or leave these groups to the rule. [RULE_APPROVES_TOO GAR-0943]");
  }

  @Test
  void aRuleThatIsOffOrForOtherProductsIsCountedOnly() {
    assertThat(outcome("rules"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("no automatic approval rule");
    rule(false);
    rule(true, new Category(Category.Kind.PRODUCT, new UUID(6, 6), "Windows"));

    assertThat(outcome("rules"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("automatic approval rules: 2, enabled: 1");
  }

  @Test
  void aHealthyServerIsCounted() {
    fake.with(
        UpdateOnServer.sensor(1, "1").declined(true),
        UpdateOnServer.sensor(2, "2").expired(),
        UpdateOnServer.sensor(3, "3"));

    assertThat(outcome("health"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("3 updates, 1 declined, 1 expired and not declined");
  }

  @ParameterizedTest
  @CsvSource({"1500, 0", "1501, 1"})
  void moreExpiredUpdatesThanThatMakeSearchesSlow(int expired, int problems) {
    for (int i = 0; i < expired; i++) {
      fake.with(UpdateOnServer.sensor(i, "1").expired());
    }

    assertThat(problems("health"))
        .hasSize(problems)
        .allMatch(
            "WSUS server wsus01:8531 has 1,501 expired updates not declined, which slows down searches. Decline expired and superseded updates, starting with the lowest server of the hierarchy. [SERVER_NEEDS_CARE GAR-0944]"
                ::equals);
  }

  @Test
  void downloadsThatFailedAndComponentsWithErrorsNeedCare() {
    fake.has().failedDownloads = 1;
    fake.has().componentsWithErrors.addAll(List.of("a", "b"));

    assertThat(problems("health"))
        .containsExactly(
            "WSUS server wsus01:8531 couldn't download 1 update. Check the connection and the disk of the server, and then retry the downloads in the WSUS console. [SERVER_NEEDS_CARE GAR-0944]",
            "WSUS server wsus01:8531 has components with errors: a, b. Check the application log of that server. [SERVER_NEEDS_CARE GAR-0944]");
  }

  private static final class Approval {}

  @Test
  void theTypesOfRowsAreSaidAndThoseThatWereLeftOut() {
    fake.has().rows = SampleRows.of(Approval.class, "int", "");
    assertThat(outcome("rows"))
        .isInstanceOf(Outcome.Passed.class)
        .extracting(Outcome::text)
        .hasToString("approval: int");

    fake.has().rows = SampleRows.of(Approval.class, "int", "no GUID");
    assertThat(problems("rows"))
        .containsExactly(
            "WSUS server wsus01:8531 returned rows that Garrison doesn't understand and ignores: approval: no GUID. Report the rows with --report FILE. A newer version of WSUS may answer differently. [ROWS_LEFT_OUT GAR-0558]");
  }

  @Test
  void rowsThatTheServerKeepsToItselfAreSaidAndTheRestIsStillThere() {
    fake.calls().fail("downstreamServers", FailureKind.REFUSED, "no");

    assertThat(problems("rows")).singleElement().asString().contains("REFUSED GAR-0904");
  }

  @Test
  void approvalsOfTheProductAreLookedAtForTheirRows() {
    outcome("rows");

    assertThat(fake.calls().all()).anyMatch(call -> call.startsWith("approvals "));
    assertThat(names.words()).isNotEmpty();
  }
}
