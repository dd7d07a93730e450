package dev.garrison.wsus.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.StateCount;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.soap.SampleRows;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one server stands with the sensor's updates. */
final class StandingReaderTest {
  private static final WsusServer NAMED = NamedServer.at("wsus01").server();
  private static final UpdateOnServer OLD = UpdateOnServer.sensor(1, "1");
  private static final UpdateOnServer NEW = UpdateOnServer.sensor(2, "2");

  private final FakeUpdateServer fake = new FakeUpdateServer("wsus01:8531").with(OLD, NEW);
  private boolean isWanted = true;

  private ServerStanding.Reached read() {
    return (ServerStanding.Reached)
        new StandingReader(NAMED, fake, () -> fake.has().now, _ -> isWanted).read();
  }

  private LineStanding line() {
    return read().lines().getFirst();
  }

  private GroupStanding group(TargetGroup group) {
    return line().groups().stream()
        .filter(standing -> standing.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private void computer(TargetGroup group, int state) {
    fake.has()
        .computers
        .add(
            new FakeMemory.Computer(
                "computer" + fake.has().computers.size(),
                Set.of(group.id()),
                Map.of(NEW.updateId(), state)));
  }

  private Approval approve(UpdateOnServer update, UUID group) {
    return fake.has().approved(update.id(), group, Optional.empty(), "LAB\\kim");
  }

  private void synchronised(Duration ago) {
    ended(SyncEvent.SUCCEEDED, ago);
  }

  private SyncEvent ended(int id, Duration ago) {
    SyncEvent event =
        new SyncEvent(
            new UUID(7, fake.has().events.size()),
            id,
            FakeMemory.START.minus(ago),
            Optional.empty());
    fake.has().events.add(event);
    return event;
  }

  @Test
  void theNewestOfALineIsTheCurrentOne() {
    assertThat(line().current().orElseThrow().id()).isEqualTo(NEW.updateId());
    assertThat(line().groups()).isEmpty();
    assertThat(read().version()).isEqualTo("10.0.20348.1");
  }

  @Test
  void aSynchronizationThatFailedSinceTheLastSuccessNeedsALook() {
    synchronised(Duration.ofHours(5));
    SyncEvent failed = ended(SyncEvent.FAILED, Duration.ofHours(2));

    assertThat(read().synchronised()).contains(FakeMemory.START.minus(Duration.ofHours(5)));
    assertThat(read().failed()).contains(failed);
    assertThat(read().needsLook()).isTrue();
  }

  @Test
  void aGroupWithComputersThatNeedItAndNoApprovalLacksOne() {
    computer(FakeMemory.PILOT, 2);

    assertThat(group(FakeMemory.PILOT))
        .isEqualTo(
            new GroupStanding(
                FakeMemory.PILOT,
                Optional.empty(),
                false,
                Optional.empty(),
                new Counts(0, 1, 0, 0, 0),
                true));
    assertThat(group(FakeMemory.PILOT).isApproved()).isFalse();
  }

  @Test
  void anApprovalOfItsOwnIsShownWithoutAComputer() {
    Approval own = approve(NEW, FakeMemory.PILOT.id());

    assertThat(group(FakeMemory.PILOT).decision()).contains(own);
    assertThat(group(FakeMemory.PILOT).isInherited()).isFalse();
    assertThat(group(FakeMemory.PILOT).isApproved()).isTrue();
    assertThat(line().groups()).hasSize(1);
  }

  @Test
  void anApprovalOfAGroupAboveIsInherited() {
    approve(NEW, TargetGroup.ALL_COMPUTERS);
    computer(FakeMemory.PILOT, 2);

    assertThat(group(FakeMemory.PILOT).isInherited()).isTrue();
    assertThat(group(FakeMemory.PILOT).lacksApproval()).isFalse();
  }

  @Test
  void anOlderVersionThatIsApprovedIsSaid() {
    approve(OLD, FakeMemory.PILOT.id());
    computer(FakeMemory.PILOT, 2);

    assertThat(group(FakeMemory.PILOT).older().orElseThrow()).hasToString("10.8735.26020.1");
    assertThat(group(FakeMemory.PILOT).lacksApproval()).isFalse();
  }

  @Test
  void whereTheCurrentOneIsDecidedNoOlderOneIsSaid() {
    approve(OLD, FakeMemory.PILOT.id());
    approve(NEW, FakeMemory.PILOT.id());

    assertThat(group(FakeMemory.PILOT).older()).isEmpty();
  }

  @Test
  void anApprovalIsNotLackedWhereNobodyNeedsOrWantsIt() {
    computer(FakeMemory.PILOT, 4);
    assertThat(group(FakeMemory.PILOT).lacksApproval()).isFalse();

    computer(FakeMemory.PILOT, 2);
    isWanted = false;
    assertThat(group(FakeMemory.PILOT).lacksApproval()).isFalse();
  }

  @Test
  void theGroupOfAllComputersNeverLacksAnApproval() {
    TargetGroup all = fake.has().groups.getFirst();
    computer(all, 2);

    assertThat(group(all).lacksApproval()).isFalse();
  }

  @Test
  void aBlockIsADecisionAndNoApproval() {
    Approval own = approve(NEW, FakeMemory.PILOT.id());
    decided(own, 3);

    assertThat(group(FakeMemory.PILOT).decision()).isPresent();
    assertThat(group(FakeMemory.PILOT).isApproved()).isFalse();
  }

  @Test
  void anOlderVersionThatIsBlockedIsNotSaid() {
    decided(approve(OLD, FakeMemory.PILOT.id()), 3);
    computer(FakeMemory.PILOT, 2);

    assertThat(group(FakeMemory.PILOT).older()).isEmpty();
  }

  @Test
  void anApprovalForAnotherGroupIsNotItsOwn() {
    approve(NEW, FakeMemory.PRODUCTION.id());
    computer(FakeMemory.PILOT, 2);

    assertThat(group(FakeMemory.PILOT).decision()).isEmpty();
    assertThat(group(FakeMemory.PILOT).lacksApproval()).isTrue();
  }

  private void decided(Approval own, int action) {
    fake.has()
        .approvals
        .set(
            fake.has().approvals.indexOf(own),
            new Approval(
                own.id(),
                own.update(),
                own.group(),
                action,
                own.time(),
                own.deadline(),
                own.admin(),
                true));
  }

  @Test
  void groupsAreInTheOrderOfTheirNames() {
    TargetGroup first = new TargetGroup(new UUID(2, 9), "A group", Optional.empty());
    fake.has().groups.add(first);
    computer(first, 4);
    computer(FakeMemory.PRODUCTION, 4);
    computer(FakeMemory.PILOT, 4);
    computer(fake.has().groups.getFirst(), 4);

    assertThat(line().groups())
        .extracting(standing -> standing.group().name())
        .containsExactly("A group", "All Computers", "Pilot", "Production");
  }

  @Test
  void whatFailedOnAComputerIsToBeLookedAt() {
    computer(FakeMemory.PILOT, 4);
    assertThat(line().needsLook()).isFalse();

    computer(FakeMemory.PILOT, 5);
    assertThat(line().needsLook()).isTrue();
    assertThat(group(FakeMemory.PILOT).counts()).isEqualTo(new Counts(1, 0, 1, 0, 0));
  }

  @Test
  void whatIsNotInForceMakesNoLine() {
    fake.with(OLD.expired(), NEW.declined(true));

    assertThat(read().lines()).isEmpty();
    assertThat(read().needsLook()).isTrue();
  }

  @Test
  void twoOfOneVersionAreADisagreement() {
    fake.with(UpdateOnServer.sensor(3, "2"));

    assertThat(line().choice()).isInstanceOf(Choice.Disagreement.class);
    assertThat(line().groups()).isEmpty();
    assertThat(line().needsLook()).isTrue();
  }

  @Test
  void moreUpdatesThanCanBeRightAreRefused() {
    for (int i = 3; i <= 5001; i++) {
      fake.with(UpdateOnServer.sensor(i, String.valueOf(i)));
    }

    assertThatThrownBy(this::read)
        .hasMessage(
            "WSUS server wsus01:8531 has 5,001 sensor updates. More than 5,000 can't be correct. Run \"garrison wsus probe --report FILE\", and report the result. [TOO_MANY_UPDATES GAR-0945]");
  }

  @Test
  void aServerThatDoesNotKnowTheProductIsRefused() {
    fake.has().categories.clear();

    assertThatThrownBy(this::read)
        .hasMessage(
            "WSUS server wsus01:8531 has no product \"Microsoft Defender for Endpoint\". Run \"garrison wsus probe\". [PRODUCT_NOT_THERE GAR-0939]");
  }

  @Test
  void anotherServerIsRefused() {
    fake.has().configuration =
        new ServerConfiguration(new UUID(9, 9), true, "", false, true, false, true, 8530);

    assertThatThrownBy(this::read).hasMessageContaining("OTHER_UPDATE_SERVER GAR-0934");
  }

  @ParameterizedTest
  @CsvSource({"P31D, true", "P31DT1S, false"})
  void aSynchronisationCountsForAMonth(Duration ago, boolean counts) {
    synchronised(ago);

    assertThat(read().synchronised().isPresent()).isEqualTo(counts);
    assertThat(read().needsLook()).isEqualTo(!counts);
  }

  @Test
  void whateverAPersonShouldSeeIsToBeLookedAt() {
    synchronised(Duration.ofDays(1));
    assertThat(read().needsLook()).isFalse();

    fake.has().rows = SampleRows.of(String.class, "int", "no GUID");
    assertThat(read().leftOut()).containsExactly("string: no GUID");
    assertThat(read().needsLook()).isTrue();

    fake.has().rows = SampleRows.of(String.class, "int", "");
    fake.with(UpdateOnServer.sensor(3, "3").titled("Something new"));
    assertThat(read().unread()).containsExactly("Something new");
    assertThat(read().needsLook()).isTrue();

    fake.has().remove(UpdateOnServer.sensor(3, "3").id());
    fake.with(NEW.since(UpdateOnServer.ARRIVED, Optional.of(true), false));
    assertThat(read().contradictions())
        .extracting(Diagnostic::problem)
        .containsExactly(
            "WSUS server wsus01:8531 reports these updates as approved, but lists no approval for them: \"%s\"."
                .formatted(NEW.title()));
    assertThat(read().needsLook()).isTrue();

    fake.with(NEW);
    computer(FakeMemory.PILOT, 5);
    assertThat(read().needsLook()).isTrue();

    fake.has().computers.clear();
    computer(FakeMemory.PILOT, 2);
    assertThat(read().needsLook()).isTrue();
  }

  @Test
  void updatesOfTheAntivirusAreShownWithTheirGroups() {
    UpdateOnServer platform = UpdateOnServer.of(20, "Platform", "4052623", UpdateOnServer.SENSOR);
    UpdateOnServer newer =
        UpdateOnServer.of(21, "Newer", "4052623", UpdateOnServer.SENSOR)
            .since(FakeMemory.START, Optional.empty(), false);
    fake.with(
        newer,
        platform,
        UpdateOnServer.of(22, "Withdrawn", "4052623", UpdateOnServer.SENSOR)
            .since(FakeMemory.START.plusSeconds(1), Optional.empty(), false)
            .expired());
    approve(newer, FakeMemory.PRODUCTION.id());
    approve(newer, FakeMemory.PILOT.id());
    approve(newer, new UUID(2, 77));
    fake.has()
        .approvals
        .add(
            new Approval(
                new UUID(3, 99),
                newer.id(),
                TargetGroup.ALL_COMPUTERS,
                2,
                FakeMemory.START,
                Optional.empty(),
                "WUS Server",
                false));

    List<NeighbourStanding> neighbours = read().neighbours();
    assertThat(neighbours)
        .extracting(each -> each.article() + " " + each.what())
        .containsExactly("2267602 security intelligence", "4052623 antimalware platform");
    assertThat(neighbours.getFirst().newest()).isEmpty();
    assertThat(neighbours.getFirst().approved()).isEmpty();
    assertThat(neighbours.getLast().newest().orElseThrow().labels().title()).isEqualTo("Newer");
    assertThat(neighbours.getLast().approved())
        .containsExactly("00000000-0000-0002-0000-00000000004d", "Pilot", "Production");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 0 0 3 0",
    "1, 0 0 0 0 3",
    "2, 0 3 0 0 0",
    "3, 0 3 0 0 0",
    "4, 3 0 0 0 0",
    "5, 0 0 3 0 0",
    "6, 3 0 0 0 0",
    "7, 0 0 0 3 0"
  })
  void aStateIsCountedWhereItBelongs(int state, String expected) {
    Counts counts = Counts.NONE.and(new StateCount(new UUID(2, 1), state, 3));

    assertThat(
            "%d %d %d %d %d"
                .formatted(
                    counts.installed(),
                    counts.needed(),
                    counts.failed(),
                    counts.unknown(),
                    counts.notApplicable()))
        .isEqualTo(expected);
    assertThat(counts.computers()).isEqualTo(3);
    assertThat(counts.and(new StateCount(new UUID(2, 1), state, 4)).computers()).isEqualTo(7);
  }
}
