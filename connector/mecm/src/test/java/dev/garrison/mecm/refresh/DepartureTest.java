package dev.garrison.mecm.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.engine.resource.Writable;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FakeAdminService;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A collection that follows another one is evaluated, and its clients told, once that changed. */
final class DepartureTest {
  private static final String NOTIFY = "SMS_ClientOperation.InitiateClientOperation";

  private final FakeAdminService site =
      new FakeAdminService()
          .table("SMS_Collection", "CollectionID")
          .table("SMS_ClientOperation", "ID")
          .offer(PolicyPushResource.assumption())
          .method("SMS_Collection.RequestRefresh", (_, _) -> FakeAdminService.object())
          .method(NOTIFY, (_, _) -> FakeAdminService.object());
  private final EvaluationResource evaluations =
      new EvaluationResource(site, new Json(), "collection");
  private final PolicyPushResource pushes = new PolicyPushResource(site, new Json(), "collection");

  private ObjectNode collection(String id, String name) {
    return site.add(
        "SMS_Collection",
        "CollectionID",
        id,
        "Name",
        name,
        "CollectionType",
        2,
        "CurrentStatus",
        1);
  }

  private static String at(int minute) {
    return "2026-11-24T21:%02d:00Z".formatted(minute);
  }

  private static Wanted<Evaluation> evaluated() {
    return Wanted.present(
        Evaluation.address("mde"), Evaluation.of("mde", Set.of("Left", "Not there")));
  }

  private static Wanted<PolicyPush> told() {
    return Wanted.present(PolicyPush.address("mde"), PolicyPush.of("mde", Set.of("Left")));
  }

  private static <S extends Record> Observation<S> seen(Writable<S> type, Wanted<S> wanted) {
    return type.observe(List.of(wanted), new Resolved(), Scope.WANTED).of(wanted.address());
  }

  private static <S extends Record> Proposal propose(Writable<S> type, Wanted<S> wanted) {
    return type.propose(wanted, seen(type, wanted));
  }

  private static <S extends Record> Outcome carryOut(Writable<S> type, Wanted<S> wanted) {
    return type.carryOut(
        new Change<>(Action.UPDATE, wanted, seen(type, wanted)), new Resolved(), Progress.silent());
  }

  @ParameterizedTest
  @CsvSource({
    "5, 4, 4, 1, NO_OP",
    "5, 5, 4, 1, NO_OP",
    "5, 6, 4, 1, UPDATE",
    "5, 4, 5, 1, UPDATE",
    "5, 4, 6, 1, UPDATE",
    "5, 4, 4, 5, UPDATE"
  })
  void itIsEvaluatedAnewAfterItsRulesOrThoseThatItFollowsChanged(
      int refreshed, int changed, int left, int status, Action action) {
    collection("PS1", "MDE")
        .put("LastRefreshTime", at(refreshed))
        .put("LastChangeTime", at(changed))
        .put("CurrentStatus", status);
    collection("PS2", "Left").put("LastMemberChangeTime", at(left));
    assertThat(((Proposal.Proposed) propose(evaluations, evaluated())).action()).isEqualTo(action);
  }

  @Test
  void oneThatWasNeverEvaluatedIsAskedFor() {
    collection("PS1", "MDE");
    assertThat(propose(evaluations, evaluated()))
        .isEqualTo(new Proposal.Proposed(Action.UPDATE, "evaluate again, after Left, Not there"));
    assertThat(carryOut(evaluations, evaluated()))
        .isEqualTo(new Outcome.Pending("the site is evaluating the collection"));
    assertThat(site.writes()).containsExactly("invoke SMS_Collection('PS1').RequestRefresh {}");
  }

  @Test
  void oneThatIsNotThereYetIsWaitedFor() {
    assertThat(propose(evaluations, evaluated()))
        .isEqualTo(new Proposal.Proposed(Action.WAIT, "after the collection is created"));
    assertThat(propose(pushes, told()))
        .isEqualTo(new Proposal.Proposed(Action.NO_OP, "no clients to notify yet"));
  }

  private void left() {
    collection("PS1", "MDE");
    collection("PS2", "Left").put("LastMemberChangeTime", at(5));
  }

  private void operation(String collection, int type, int minute) {
    site.add(
        "SMS_ClientOperation",
        "ID",
        minute,
        "CollectionID",
        collection,
        "PrimaryActionType",
        type,
        "RequestedTime",
        at(minute));
  }

  private static final Proposal FETCHING =
      new Proposal.Proposed(Action.NO_OP, "its clients were notified to fetch policy");
  private static final Proposal TO_TELL =
      new Proposal.Proposed(Action.UPDATE, "notify its clients to fetch policy");

  @Test
  void clientsThatLeftAreToldOnce() {
    left();
    operation("PS1", 8, 4);
    operation("PS1", 13, 6);
    operation("PS2", 8, 6);
    assertThat(propose(pushes, told())).isEqualTo(TO_TELL);
    assertThat(carryOut(pushes, told()))
        .isEqualTo(new Outcome.Pending("its clients were notified to fetch policy"));
    assertThat(site.writes())
        .containsExactly(
            "invokeStatic "
                + NOTIFY
                + " {\"Type\":8,\"TargetCollectionID\":\"PS1\",\"RandomizationWindow\":0,\"TargetResourceIDs\":[]}");
    operation("PS1", 8, 5);
    assertThat(propose(pushes, told())).isEqualTo(FETCHING);
  }

  @Test
  void whereNobodyLeftNobodyIsTold() {
    collection("PS1", "MDE");
    collection("PS2", "Left");
    assertThat(propose(pushes, told())).isEqualTo(FETCHING);
  }

  @Test
  void aSiteThatCannotTellOrDoesNotShowItLeavesItToTheClients() {
    left();
    site.withhold(NOTIFY);
    assertThat(propose(pushes, told())).isEqualTo(FETCHING);
    site.offer(NOTIFY).withhold("SMS_ClientOperation.RequestedTime");
    assertThat(propose(pushes, told())).isEqualTo(FETCHING);
  }
}
