package dev.garrison.wsus.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.model.ServerConfiguration;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.model.SyncState;
import dev.garrison.wsus.model.UserRole;
import dev.garrison.wsus.servers.FakeAccess;
import dev.garrison.wsus.updateserver.FailureKind;
import dev.garrison.wsus.updateserver.FakeMemory;
import dev.garrison.wsus.updateserver.FakeUpdateServer;
import dev.garrison.wsus.updateserver.NamedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which servers are synchronised, in which order, and what is in the way. */
final class WsusSyncTest {
  private static final WsusServer TOP = NamedServer.at("wsus01").server();
  private static final WsusServer LOWER =
      NamedServer.at("wsus02").id(Optional.of(new UUID(0, 2))).server();
  private static final SyncTerms TERMS = new SyncTerms(Duration.ofHours(1), Duration.ofHours(12));

  private final FakeAccess access = new FakeAccess();
  private final FakeUpdateServer top = access.add(TOP);
  private final List<String> ended = Collections.synchronizedList(new ArrayList<>());
  private final SyncListener listener =
      new SyncListener() {
        @Override
        public void begun(WsusServer server, boolean ours) {}

        @Override
        public void goesOn(WsusServer server, String progress) {}

        @Override
        public void ended(WsusServer server, SyncOutcome outcome) {
          ended.add(server.name() + " " + outcome.getClass().getSimpleName());
        }
      };
  private Instant now = FakeMemory.START;

  private WsusSync sync() {
    return new WsusSync(access, () -> now, duration -> now = now.plus(duration));
  }

  private static void configured(FakeUpdateServer server, int id, String upstream) {
    server.has().configuration =
        new ServerConfiguration(
            id == 1 ? FakeMemory.SERVER_ID : new UUID(0, id),
            upstream.isEmpty(),
            upstream,
            false,
            true,
            false,
            true,
            8531);
  }

  private FakeUpdateServer lower(String upstream) {
    FakeUpdateServer lower = access.add(LOWER);
    configured(lower, 2, upstream);
    return lower;
  }

  /** When it is asked for its state after a start, it has ended. */
  private static void ends(FakeUpdateServer server, int event) {
    server
        .calls()
        .before(
            "startSynchronization",
            () ->
                server
                    .calls()
                    .before(
                        "syncState",
                        () -> {
                          server.has().syncState = SyncState.NOT_RUNNING;
                          server
                              .has()
                              .events
                              .add(
                                  new SyncEvent(
                                      new UUID(7, 1), event, FakeMemory.START, Optional.empty()));
                        }));
  }

  private List<PlannedSync> plan() {
    return sync().plan(Optional.empty(), TERMS);
  }

  private SyncDecision decision() {
    return plan().getFirst().decision();
  }

  private static String why(SyncDecision decision) {
    return switch (decision) {
      case SyncDecision.NotAllowed(Diagnostic why) -> why.toString();
      case SyncDecision.Refused(List<Diagnostic> why) -> why.getFirst().toString();
      default -> throw new AssertionError(decision);
    };
  }

  private List<SyncOutcome> carryOut(List<PlannedSync> plan) {
    return sync().carryOut(plan, TERMS, listener);
  }

  private void succeededAgo(Duration age) {
    top.has()
        .events
        .add(
            new SyncEvent(
                new UUID(7, 9),
                SyncEvent.SUCCEEDED,
                FakeMemory.START.minus(age),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"PT11H59M59S, Fresh", "PT12H, Start", "P30D, Start", "P32D, Start"})
  void aServerThatSynchronisedAShortTimeAgoIsLeftAlone(Duration age, String decision) {
    succeededAgo(age);

    assertThat(decision().getClass().getSimpleName()).isEqualTo(decision);
    assertThat(plan().getFirst().starts()).isEqualTo(decision.equals("Start"));
    assertThat(top.calls().isClosed()).isTrue();
  }

  @Test
  void aServerThatNeverSynchronisedIsStarted() {
    assertThat(plan())
        .containsExactly(
            new PlannedSync(TOP, Optional.empty(), Optional.empty(), new SyncDecision.Start()));
    assertThat(top.calls().writes()).isEmpty();
  }

  @Test
  void oneThatRunsIsJoined() {
    succeededAgo(Duration.ofHours(1));
    top.has().syncState = SyncState.WORKING;

    assertThat(decision()).isEqualTo(new SyncDecision.Join());
  }

  @Test
  void aServerOfConfigurationManagerIsNotAsked() {
    FakeAccess of = new FakeAccess();
    FakeUpdateServer point = of.add(NamedServer.at("sup01").owner(WsusServer.Owner.MECM).server());

    assertThat(
            new WsusSync(of, () -> now, _ -> {})
                .plan(Optional.empty(), TERMS)
                .getFirst()
                .decision())
        .isEqualTo(new SyncDecision.LeftToOwner());
    assertThat(point.calls().all()).isEmpty();
  }

  @Test
  void aServerThatIsNotWrittenToIsNotSynchronised() {
    FakeAccess of = new FakeAccess();
    FakeUpdateServer watched = of.add(NamedServer.at("wsus03").neverWritten().server());

    assertThat(
            why(
                new WsusSync(of, () -> now, _ -> {})
                    .plan(Optional.empty(), TERMS)
                    .getFirst()
                    .decision()))
        .isEqualTo(
            "The manifest doesn't allow changes on WSUS server wsus03:8531. Set \"allowWrites: true\" and \"serverId\" for that server. [SYNC_NOT_ALLOWED GAR-0996]");
    assertThat(watched.calls().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REPORTER, a member of WSUS Reporters only",
    "UNAUTHORIZED, in neither WSUS Administrators nor WSUS Reporters"
  })
  void anAccountThatIsNoAdministratorSynchronisesNothing(UserRole role, String words) {
    top.has().role = role;

    assertThat(why(decision()))
        .isEqualTo(
            "The account can't start a synchronization on WSUS server wsus01:8531, because the account is %s. Add the account to the local group WSUS Administrators on that server. [SYNC_NEEDS_ADMINISTRATOR GAR-0980]"
                .formatted(words));
  }

  @Test
  void whereAnotherAccountWritesTheReadersRoleDecidesNothing() {
    FakeAccess of = new FakeAccess();
    of.add(NamedServer.at("wsus01").writer("CONTOSO\\writer").server()).has().role =
        UserRole.REPORTER;

    assertThat(
            new WsusSync(of, () -> now, _ -> {})
                .plan(Optional.empty(), TERMS)
                .getFirst()
                .decision())
        .isEqualTo(new SyncDecision.Start());
  }

  @Test
  void aServerThatIsNotSetUpIsNotSynchronised() {
    top.has().configuration =
        new ServerConfiguration(FakeMemory.SERVER_ID, true, "", false, false, false, true, 8530);

    assertThat(why(decision()))
        .isEqualTo(
            "The initial configuration of WSUS server wsus01:8531 isn't complete. Run the WSUS Configuration Wizard on that server. [SYNC_NOT_SET_UP GAR-0981]");
  }

  @Test
  void anotherServerIsNotSynchronised() {
    configured(top, 9, "");

    assertThat(why(decision())).contains("OTHER_UPDATE_SERVER GAR-0934");
  }

  @Test
  void aServerThatCannotBeAskedIsNotSynchronised() {
    top.calls().fail("configuration", FailureKind.UNAVAILABLE, "down");

    assertThat(why(decision())).contains("UNAVAILABLE GAR-0906");
  }

  @Test
  void serversThatSynchroniseFromOneAnotherAreNotStarted() {
    lower("wsus01");
    configured(top, 1, "wsus02");

    assertThat(plan())
        .extracting(each -> why(each.decision()))
        .containsExactly(
            "The upstream servers of WSUS server wsus01:8531 synchronize from each other. Check \"Update Source and Proxy Server\" in the WSUS console of each of these servers. [SYNC_UPSTREAM_CIRCLE GAR-0982]",
            "The upstream servers of WSUS server wsus02:8531 synchronize from each other. Check \"Update Source and Proxy Server\" in the WSUS console of each of these servers. [SYNC_UPSTREAM_CIRCLE GAR-0982]");
  }

  @Test
  void whereNobodyKnowsTheOrderTheLowerOneIsNotStarted() {
    lower("updates.contoso.example");
    top.calls().fail("downstreamServers", FailureKind.REFUSED, "no");

    assertThat(plan().getFirst().decision()).isEqualTo(new SyncDecision.Start());
    assertThat(why(plan().getLast().decision()))
        .isEqualTo(
            "Garrison can't determine whether WSUS server wsus02:8531 synchronizes from wsus01:8531, which doesn't report its downstream servers. If wsus01:8531 is the server \"updates.contoso.example\", set its \"url\" to that name. If not, synchronize one server at a time with --server. [SYNC_ORDER_UNKNOWN GAR-0557]");
  }

  @Test
  void theOneAboveIsDoneFirst() {
    FakeUpdateServer lower = lower("wsus01");
    ends(top, SyncEvent.SUCCEEDED);
    ends(lower, SyncEvent.SUCCEEDED);
    List<PlannedSync> plan = plan();
    assertThat(plan.getLast().upstream()).contains(TOP);

    assertThat(carryOut(plan))
        .containsExactly(
            new SyncOutcome.Succeeded(FakeMemory.START),
            new SyncOutcome.Succeeded(FakeMemory.START));
    assertThat(ended).containsExactly("wsus01:8531 Succeeded", "wsus02:8531 Succeeded");
  }

  @Test
  void belowOneThatFailedNothingIsStarted() {
    FakeUpdateServer lower = lower("wsus01");
    ends(top, SyncEvent.FAILED);

    assertThat(carryOut(plan()))
        .containsExactly(new SyncOutcome.Failed(Optional.empty()), new SyncOutcome.HeldBack(TOP));
    assertThat(lower.calls().writes()).isEmpty();
  }

  @Test
  void belowOneThatStillRunsTheOthersWait() {
    FakeUpdateServer lower = lower("wsus01");

    assertThat(carryOut(plan()))
        .containsExactly(
            new SyncOutcome.Running(Optional.empty()),
            new SyncOutcome.Waits("its upstream server wsus01:8531 hasn't synchronized yet"));
    assertThat(lower.calls().writes()).isEmpty();
  }

  @Test
  void belowOneThatIsFreshTheOthersAreStarted() {
    succeededAgo(Duration.ofHours(1));
    ends(lower("wsus01"), SyncEvent.SUCCEEDED);

    assertThat(carryOut(plan()))
        .containsExactly(
            new SyncOutcome.NotNeeded(
                new SyncDecision.Fresh(FakeMemory.START.minus(Duration.ofHours(1)))),
            new SyncOutcome.Succeeded(FakeMemory.START));
  }

  @Test
  void eachIsExaminedOnceMoreBeforeItIsStarted() {
    List<PlannedSync> plan = plan();
    top.has().role = UserRole.REPORTER;
    assertThat(carryOut(plan).getFirst())
        .isInstanceOfSatisfying(
            SyncOutcome.Refused.class,
            refused ->
                assertThat(refused.why())
                    .extracting(Diagnostic::code)
                    .containsExactly(SyncCode.SYNC_NEEDS_ADMINISTRATOR));

    top.has().role = UserRole.ADMINISTRATOR;
    succeededAgo(Duration.ofMinutes(1));
    assertThat(carryOut(plan).getFirst()).isInstanceOf(SyncOutcome.NotNeeded.class);

    top.calls().fail("configuration", FailureKind.UNAVAILABLE, "down");
    assertThat(carryOut(plan).getFirst()).isInstanceOf(SyncOutcome.Refused.class);
    assertThat(top.calls().writes()).isEmpty();
  }

  @Test
  void oneThatRunsIsWaitedFor() {
    top.has().syncState = SyncState.WORKING;
    List<PlannedSync> plan = plan();
    top.has().syncState = SyncState.NOT_RUNNING;
    ends(top, SyncEvent.SUCCEEDED);

    assertThat(carryOut(plan).getFirst()).isInstanceOf(SyncOutcome.Succeeded.class);
    assertThat(top.calls().writes()).containsExactly("startSynchronization");
  }

  @Test
  void oneThatBeganMeanwhileIsJoined() {
    List<PlannedSync> plan = plan();
    top.has().syncState = SyncState.WORKING;

    assertThat(carryOut(plan).getFirst()).isInstanceOf(SyncOutcome.Running.class);
    assertThat(top.calls().writes()).isEmpty();
  }

  @Test
  void whatWasRefusedIsNotTried() {
    configured(top, 9, "");
    List<PlannedSync> plan = plan();
    configured(top, 1, "");

    assertThat(carryOut(plan).getFirst()).isInstanceOf(SyncOutcome.Refused.class);
    assertThat(top.calls().writes()).isEmpty();
  }

  @Test
  void whatGoesWrongInsideReachesTheCaller() {
    top.calls().fail("startSynchronization", new IllegalStateException("a mistake of ours"));
    lower("wsus01");

    assertThatThrownBy(() -> carryOut(plan())).hasStackTraceContaining("a mistake of ours");
  }
}
