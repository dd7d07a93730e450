package dev.garrison.wsus.decline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.declinepolicy.DeclineVerdict;
import dev.garrison.catalog.declinepolicy.KeepReason;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.SensorVersion;
import dev.garrison.manifest.wsus.HeldVersion;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.model.ApprovalRule;
import dev.garrison.wsus.model.UpdateOnServer;
import dev.garrison.wsus.updateserver.FakeMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read for the proof that nobody needs a superseded update, and what it comes to. */
final class DeclineExaminerTest {
  private static final UUID GONE = new UUID(2, 99);

  private final Superseded at = new Superseded();

  private List<DeclineExaminer.Examined> examine() {
    at.read();
    return at.examiner()
        .examine(
            at.fake,
            at.stocks.of(Superseded.NAMED).orElseThrow(),
            at.fake.rules(),
            at.fake.has().now);
  }

  private DeclineExaminer.Examined only() {
    return examine().getFirst();
  }

  private DeclineVerdict.Keep keep() {
    return (DeclineVerdict.Keep) only().verdict();
  }

  private static ApprovalRule rule(boolean isEnabled, Category... products) {
    return new ApprovalRule(
        1, "Everything", isEnabled, List.of(), List.of(products), List.of("Pilot"));
  }

  @Test
  void whatNobodyNeedsMayBeDeclined() {
    assertThat(only().verdict())
        .isInstanceOfSatisfying(
            DeclineVerdict.MayDecline.class,
            may -> {
              assertThat(may.sensor().id()).isEqualTo(Superseded.OLD.updateId());
              assertThat(may.superseder().id()).isEqualTo(Superseded.NEW.updateId());
              assertThat(may.computers()).isOne();
              assertThat(may.since()).isEqualTo(UpdateOnServer.ARRIVED);
            });
    assertThat(only().anybody()).isTrue();
  }

  @Test
  void whereNothingIsSupersededNoComputerIsAskedFor() {
    at.fake.with(UpdateOnServer.sensor(1, "1"));

    assertThat(examine()).isEmpty();
    assertThat(at.fake.calls().all()).noneMatch(call -> call.startsWith("memberships"));
  }

  @Test
  void onlyWhatTheManifestManagesIsExamined() {
    at.fake.with(Superseded.OLD.titled(Superseded.OLD.title() + " - Current Channel (Staged)"));

    assertThat(examine()).isEmpty();
  }

  @Test
  void whatIsDeclinedOrHasALaterRevisionIsNotExamined() {
    at.fake.with(Superseded.OLD.declined(true));
    assertThat(examine()).isEmpty();

    at.fake.with(Superseded.OLD.earlier());
    assertThat(examine()).isEmpty();
  }

  @Test
  void theTwelveOldestAreExaminedInTheirOrder() {
    List<UUID> all = new ArrayList<>();
    for (int i = 30; i > 10; i--) {
      UpdateOnServer update = UpdateOnServer.sensor(i, String.valueOf(i - 10)).isSuperseded();
      at.fake.with(update);
      all.addFirst(update.updateId());
    }
    at.fake.has().remove(Superseded.OLD.id());

    assertThat(examine())
        .extracting(each -> each.sensor().id())
        .containsExactlyElementsOf(all.subList(0, 12));
  }

  @Test
  void aRuleThatMayApproveItAgainKeepsAll() {
    at.fake.has().rules.add(rule(true));
    assertThat(keep())
        .isEqualTo(
            new DeclineVerdict.Keep(
                KeepReason.SUPERSEDER_NOT_APPROVED,
                "the rule \"Everything\" may approve the update again"));
    assertThat(only().anybody()).isTrue();
    assertThat(at.fake.calls().all()).noneMatch(call -> call.startsWith("states"));

    at.fake.has().rules.set(0, rule(true, UpdateOnServer.SENSOR));
    assertThat(keep().words()).isEqualTo("the rule \"Everything\" may approve the update again");
  }

  @Test
  void aRuleThatIsOffOrForOtherProductsSaysNothing() {
    at.fake.has().rules.add(rule(false));
    at.fake
        .has()
        .rules
        .add(rule(true, new Category(Category.Kind.PRODUCT, new UUID(6, 6), "Windows")));

    assertThat(only().verdict()).isInstanceOf(DeclineVerdict.MayDecline.class);
  }

  @Test
  void aServerThatContradictsItselfKeepsAll() {
    at.fake.with(Superseded.OLD.since(UpdateOnServer.ARRIVED, Optional.of(true), false));

    assertThat(keep().words())
        .isEqualTo(
            "the server reports \"%s\" as approved, but lists no approval"
                .formatted(Superseded.OLD.title()));
  }

  @Test
  void whatIsHeldTakesNobodysPlace() {
    at.held.add(
        new HeldVersion(SensorVersion.parse("10.8735.26020.2").orElseThrow(), "it is broken"));

    assertThat(keep().reason()).isEqualTo(KeepReason.SUPERSEDER_UNKNOWN);
  }

  @Test
  void aSuccessorByWayOfAnotherIsFound() {
    UpdateOnServer between = UpdateOnServer.sensor(3, "15").isSuperseded();
    at.fake.with(between, UpdateOnServer.sensor(2, "20"));
    at.fake
        .has()
        .superseding
        .putAll(
            Map.of(
                Superseded.OLD.updateId(), List.of(between.updateId()),
                between.updateId(), List.of(Superseded.NEW.updateId())));
    at.fake.has().computers.clear();
    at.fake
        .has()
        .computers
        .add(
            new FakeMemory.Computer(
                "computer1",
                Set.of(TargetGroup.ALL_COMPUTERS),
                Map.of(
                    Superseded.OLD.updateId(), 4,
                    between.updateId(), 4,
                    Superseded.NEW.updateId(), 4)));

    assertThat(examine())
        .hasSize(2)
        .allMatch(each -> each.verdict() instanceof DeclineVerdict.MayDecline);
  }

  @Test
  void anApprovalOfAnEarlierRevisionDoesNotInstallTheSuccessor() {
    at.fake.with(Superseded.NEW.earlier(), Superseded.NEW.revision(201));

    assertThat(keep().words())
        .isEqualTo("10.8735.26020.2 supersedes it, but is surely installed in no group");
  }

  @Test
  void anApprovalForAGroupThatIsNotThereCountsForNothing() {
    at.fake.has().approved(Superseded.NEW.id(), GONE, Optional.empty(), "LAB\\kim");

    assertThat(only().verdict()).isInstanceOf(DeclineVerdict.MayDecline.class);
  }

  @Test
  void anOptionalApprovalDoesNotInstallTheSuccessor() {
    at.fake
        .has()
        .approvals
        .replaceAll(own ->
            new Approval(
                own.id(),
                own.update(),
                own.group(),
                own.action(),
                own.time(),
                own.deadline(),
                own.admin(),
                false));

    assertThat(keep().reason()).isEqualTo(KeepReason.SUPERSEDER_NOT_APPROVED);
  }

  @Test
  void withoutAComputerNobodyReported() {
    at.fake.has().computers.clear();

    assertThat(keep().reason()).isEqualTo(KeepReason.NOBODY_REPORTED);
    assertThat(only().anybody()).isFalse();
  }

  @Test
  void aComputerThatNeedsItKeepsIt() {
    Superseded.computer(at.fake, "computer2", 2, 1);

    assertThat(keep().reason()).isEqualTo(KeepReason.STILL_NEEDED);
  }

  @Test
  void aComputerInAGroupThatCameMeanwhileHasNotReported() {
    at.fake
        .has()
        .approved(Superseded.OLD.id(), TargetGroup.ALL_COMPUTERS, Optional.empty(), "LAB\\kim");
    at.fake
        .has()
        .computers
        .add(
            new FakeMemory.Computer(
                "computer2",
                Set.of(TargetGroup.ALL_COMPUTERS, GONE),
                Map.of(Superseded.OLD.updateId(), 4, Superseded.NEW.updateId(), 4)));

    assertThat(keep())
        .isEqualTo(
            new DeclineVerdict.Keep(
                KeepReason.STATE_UNKNOWN,
                "10.8735.26020.2 supersedes it, but these have not reported on both: computer2"));
  }

  @Test
  void oneIsExaminedAloneAndOnlyWhileItIsSuperseded() {
    at.fake.with(UpdateOnServer.sensor(4, "0").isSuperseded());
    at.read();
    assertThat(one(Superseded.OLD.updateId()).orElseThrow().sensor().id())
        .isEqualTo(Superseded.OLD.updateId());
    assertThat(one(Superseded.NEW.updateId())).isEmpty();
  }

  private Optional<DeclineExaminer.Examined> one(UUID update) {
    return at.examiner()
        .examine(at.fake, at.stocks.of(Superseded.NAMED).orElseThrow(), update, at.fake.has().now);
  }
}
