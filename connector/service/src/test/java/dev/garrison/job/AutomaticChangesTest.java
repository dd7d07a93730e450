package dev.garrison.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.OffboardDecision;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.manifest.job.ChangeKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AutomaticChangesTest {
  private static final Set<ChangeKind> ALL = EnumSet.allOf(ChangeKind.class);
  private static final String RING = "collection/MDE pilot - all";

  private static PlannedChange change(
      String address, Action action, List<Difference> differences, String... after) {
    return new PlannedChange(
        Address.parse(address),
        action,
        "",
        differences,
        List.of(),
        Optional.empty(),
        "0",
        Arrays.stream(after).map(Address::parse).toList());
  }

  private static Difference differs(String path, String before, String after) {
    return new Difference(path, Optional.of(before), Optional.of(after));
  }

  private static Plan plan(List<OffboardDecision> offboarding, PlannedChange... changes) {
    return new Plan(
        "trial",
        Sha256.of("trial"),
        "site PS1",
        Map.of(),
        Map.of(),
        List.of(),
        offboarding,
        List.of(),
        Instant.EPOCH,
        Optional.empty(),
        Allowances.NONE,
        List.of(changes),
        List.of());
  }

  private static List<String> chosen(Set<ChangeKind> allowed, PlannedChange... changes) {
    return new AutomaticChanges(plan(List.of(), changes))
        .of(allowed).stream().map(Address::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "content/a, CREATE, PREPARE",
    "content/a, DELETE, PREPARE",
    "distribution/a, UPDATE, PREPARE",
    "folder/a, CREATE, PREPARE",
    "placement/a, UPDATE, PREPARE",
    "scope/a, UPDATE, PREPARE",
    "evaluation/a, UPDATE, PREPARE",
    "policy/a, UPDATE, PREPARE",
    "application/a, CREATE, PREPARE",
    "application/a, UPDATE, DEPLOY",
    "collection/a, CREATE, PREPARE",
    "collection/a, UPDATE, DEPLOY",
    "deployment/a, CREATE, DEPLOY",
    "deployment/a, UPDATE, DEPLOY",
    "policy-deployment/a, CREATE, DEPLOY",
    "setting-assignment/a, CREATE, DEPLOY",
    "agent-setting/a, UPDATE, DEPLOY",
    "client-setting/a, UPDATE, DEPLOY",
    "onboarding-policy/a, UPDATE, DEPLOY",
    "approval/a, CREATE, APPROVE",
    "licence/a, UPDATE, APPROVE",
    "decline/a, UPDATE, DECLINE",
    "product-subscription/a, UPDATE, SUBSCRIBE"
  })
  void aChangeIsMadeOnlyWhereItsKindIsAllowed(String address, Action action, ChangeKind kind) {
    PlannedChange change = change(address, action, List.of(differs("x", "1", "2")));
    assertThat(chosen(EnumSet.of(kind), change)).containsExactly(address);
    assertThat(chosen(EnumSet.complementOf(EnumSet.of(kind)), change)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "deployment/a, DELETE",
    "approval/a, DELETE",
    "application/a, REPLACE",
    "collection/a, DELETE",
    "update-server/a, UPDATE",
    "something-new/a, CREATE",
    "content/a, WAIT",
    "onboarding-policy/a, MANUAL",
    "content/a, NO_OP"
  })
  void noJobMakesIt(String address, Action action) {
    assertThat(chosen(ALL, change(address, action, List.of()))).isEmpty();
  }

  @Test
  void wordsInACollectionMoveNoServer() {
    PlannedChange note = change(RING, Action.UPDATE, List.of(differs("comment", "a", "b")));
    assertThat(chosen(EnumSet.of(ChangeKind.PREPARE), note)).containsExactly(RING);
  }

  @Test
  void noChangeOfAPlanIsAHaltForThatComesBeforeIt() {
    PlannedChange disabled =
        change(
            "deployment/MDE pilot - 2019",
            Action.UPDATE,
            List.of(differs("properties[Enabled]", "true", "false")));
    assertThat(chosen(EnumSet.of(ChangeKind.HALT), disabled)).isEmpty();
  }

  @Test
  void aChangeThatNeedsOneThatIsNotMadeIsNotMade() {
    assertThat(
            chosen(
                EnumSet.of(ChangeKind.DEPLOY),
                change("application/a", Action.CREATE, List.of()),
                change("deployment/a", Action.CREATE, List.of(), "application/a"),
                change("deployment/b", Action.CREATE, List.of(), "deployment/a")))
        .isEmpty();
  }

  @Test
  void aChangeThatNeedsOneThatWaitsIsNotMade() {
    assertThat(
            chosen(
                ALL,
                change("distribution/a", Action.WAIT, List.of()),
                change("deployment/a", Action.CREATE, List.of(), "distribution/a")))
        .isEmpty();
  }

  @Test
  void aChangeThatNeedsOneThatIsInPlaceOrMadeTooIsMade() {
    assertThat(
            chosen(
                ALL,
                change("application/a", Action.NO_OP, List.of()),
                change("distribution/a", Action.CREATE, List.of(), "application/a"),
                change(
                    "deployment/a", Action.CREATE, List.of(), "application/a", "distribution/a")))
        .containsExactly("distribution/a", "deployment/a");
  }

  @Test
  void whatTakesServersOutIsNeverMadeAndNothingThatNeedsIt() {
    Plan plan =
        plan(
            List.of(
                new OffboardDecision(
                    "leavers",
                    "Old servers",
                    List.of("SQL07"),
                    25,
                    List.of(Address.parse("deployment/off")))),
            change("deployment/off", Action.CREATE, List.of()),
            change("policy/off", Action.UPDATE, List.of(), "deployment/off"));
    assertThat(new AutomaticChanges(plan).of(ALL)).isEmpty();
  }
}
