package dev.garrison.session;

import static dev.garrison.engine.ThingServer.address;
import static dev.garrison.engine.ThingServer.ours;
import static dev.garrison.engine.ThingServer.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.connection.ClockReading;
import dev.garrison.connection.ServerClock;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.Thing;
import dev.garrison.engine.ThingPlans;
import dev.garrison.engine.ThingServer;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.json.Json;
import dev.garrison.state.StateFolder;
import dev.garrison.state.StoredPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionTest {
  @TempDir Path folder;

  private final ThingServer server = new ThingServer();
  private final ThingSource source =
      new ThingSource(List.of(wanted("a", ours("1")), wanted("b", ours("1").needing("a"))));
  private Instant now = ThingPlans.AS_OF;

  private Session session() {
    return new Session(
        source,
        new ResourceTypes(List.of(server)),
        new StateFolder(folder),
        new Operator("root", "adm01", 42, "0.1.0"),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private StoredPlan planned() {
    Session session = session();
    return session.stored(session.plan(Allowances.NONE), Optional.of("CHG-1"), Optional.empty());
  }

  private String apply(StoredPlan plan) {
    try (WriteSession writing = session().write()) {
      return writing.apply(plan, ApplyListener.silent()).run();
    }
  }

  private String carryOut(Planned planned) {
    try (WriteSession writing = session().write()) {
      return writing.carryOut(planned, Optional.empty(), ApplyListener.silent()).run();
    }
  }

  @Test
  void aStoredPlanIsCarriedOut() {
    String run = apply(planned());
    assertThat(run).isEqualTo("2026-11-24T21-00-00.000Z-42");
    assertThat(server.things).containsOnlyKeys("a", "b");
  }

  @Test
  void theRemarksOfTheNewestPlanOfAManifestAreKnown() {
    assertThat(session().remarksBefore(source.manifest)).isEmpty();
    source.remarks = List.of("two servers are silent", "a certificate ends soon");
    apply(planned());
    assertThat(session().remarksBefore(source.manifest))
        .contains(List.of("two servers are silent", "a certificate ends soon"));
    assertThat(session().remarksBefore("another-manifest")).isEmpty();

    source.remarks = List.of();
    now = now.plusSeconds(60);
    apply(planned());
    assertThat(session().remarksBefore(source.manifest)).contains(List.of());
  }

  @Test
  void aRunOfSingleObjectsLeavesTheKnownRemarksAsTheyAre() {
    source.remarks = List.of("two servers are silent");
    apply(planned());
    source.remarks = List.of("one object alone");
    now = now.plusSeconds(60);
    carryOut(session().plan(Allowances.NONE));
    assertThat(session().remarksBefore(source.manifest))
        .contains(List.of("two servers are silent"));
  }

  @Test
  void nothingMoreIsWrittenOnceTheLeaseIsLost() {
    StoredPlan plan = planned();
    try (WriteSession writing = session().write()) {
      source.lease.lose();
      var report = writing.apply(plan, ApplyListener.silent()).report();
      assertThat(report.succeeded()).isFalse();
    }
    assertThat(server.writes).isEmpty();
  }

  @Test
  void nothingMoreIsWrittenOnceThePermissionEnds() {
    StoredPlan plan = planned();
    AtomicBoolean permitted = new AtomicBoolean(true);
    Runnable permission =
        () -> {
          if (!permitted.get()) {
            throw new RefusalException(
                Diagnostic.error(EngineCode.PLAN_STALE, "The window is over.", "Wait."));
          }
        };
    try (WriteSession writing = session().write(permission)) {
      permitted.set(false);
      var report = writing.apply(plan, ApplyListener.silent()).report();
      assertThat(report.results().values())
          .filteredOn(StepResult.Failed.class::isInstance)
          .singleElement()
          .asString()
          .contains("The window is over.");
    }
    assertThat(server.writes).isEmpty();
  }

  private ServerClock siteAhead(Duration by) {
    ServerClock clock = new ServerClock("cm01:443", () -> now);
    clock.know(Optional.of(new ClockReading(now.plus(by), now, now)));
    source.clock = Optional.of(clock);
    return clock;
  }

  @Test
  void nothingIsWrittenToASiteWhoseClockIsWrong() {
    StoredPlan plan = planned();
    siteAhead(Duration.ofDays(5));
    assertThatThrownBy(() -> apply(plan))
        .hasMessageStartingWith(
            "The clock of cm01:443 showed 2026-11-29T21:00:00Z when the clock of this computer showed 2026-11-24T21:00:00Z: they are more than five minutes apart.");
    assertThat(server.writes).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingMoreIsWrittenOnceTheSitesClockIsSetWrong() {
    ServerClock clock = siteAhead(Duration.ZERO);
    StoredPlan plan = planned();
    try (WriteSession writing = session().write()) {
      clock.know(Optional.of(new ClockReading(now.plus(Duration.ofMinutes(6)), now, now)));
      var report = writing.apply(plan, ApplyListener.silent()).report();
      assertThat(report.results().values())
          .filteredOn(StepResult.Failed.class::isInstance)
          .singleElement()
          .asString()
          .contains("CLOCKS_APART");
    }
    assertThat(server.writes).isEmpty();
  }

  @Test
  void aSessionGoesByTheSitesClock() {
    siteAhead(Duration.ofMinutes(4));
    assertThat(session().now()).isEqualTo(ThingPlans.AS_OF.plus(Duration.ofMinutes(4)));
  }

  @Test
  void aPlanWhoseDeadlinesAreTooNearByTheSitesClockIsRefused() {
    now = ThingPlans.VALID_UNTIL.minus(Duration.ofMinutes(1));
    Planned planned = session().plan(Allowances.NONE);
    siteAhead(Duration.ofMinutes(2));
    assertThatThrownBy(() -> carryOut(planned))
        .hasMessageStartingWith(
            "The plan can't be applied after 2027-01-31T00:00:00Z, because its deadlines would be too near.");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void verifySaysThatTheSitesClockIsWrong() {
    siteAhead(Duration.ofMinutes(-7));
    assertThat(session().verify().findings())
        .singleElement()
        .asString()
        .startsWith("The clock of cm01:443 showed 2026-11-24T20:53:00Z when");
  }

  @Test
  void afterAnApplyThePlanIsEmpty() {
    apply(planned());
    assertThat(session().plan(Allowances.NONE).plan().converged()).isTrue();
  }

  @Test
  void aPlanMadeBeforeSomebodyElseChangedTheObjectIsRefused() {
    server.things.put("a", ours("0"));
    StoredPlan plan = planned();
    server.things.put("a", ours("their edit"));
    assertThatThrownBy(() -> apply(plan)).hasMessageContaining("[PLAN_STALE GAR-0506]");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void anExpiredPlanIsRefused() {
    StoredPlan plan = planned();
    now = now.plus(Session.LIFETIME);
    assertThatThrownBy(() -> apply(plan))
        .hasMessageStartingWith("The plan expired at 2026-12-04T21:00:00Z.");
  }

  @Test
  void aPlanWhoseDeadlinesWouldBeTooNearIsRefusedWhateverItsFileSays() {
    Session session = session();
    StoredPlan edited =
        new StoredPlan(
            "0.1.0", Optional.empty(), Instant.MAX, session.plan(Allowances.NONE).plan());
    now = ThingPlans.VALID_UNTIL;
    assertThatThrownBy(() -> apply(edited))
        .hasMessageStartingWith(
            "The plan can't be applied after 2027-01-31T00:00:00Z, because its deadlines would be too near.");
    assertThat(server.writes).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'\"after\":\"1\"', '\"after\":\"2\"'", "CREATE, DELETE"})
  void anEditedPlanWritesNothingThoughItsDigestWasComputedAgain(String was, String is) {
    StoredPlan plan = planned();
    Json json = new Json();
    String text = json.canonical(plan.form());
    String edited = text.replace(was, is);
    assertThat(edited).isNotEqualTo(text);
    StoredPlan sealed =
        new StoredPlan(
            "0.1.0",
            plan.changeId(),
            plan.expires(),
            StoredPlan.read(json, json.parse(edited)).value().plan());
    assertThatThrownBy(() -> apply(sealed)).hasMessageContaining("PLAN_STALE");
    assertThat(server.writes).isEmpty();
  }

  @Test
  void twoWritersAtOnceAreKeptApart() {
    try (WriteSession _ = session().write()) {
      assertThatThrownBy(() -> session().write())
          .hasMessageStartingWith("Held by root on adm01, process 42, since 2026-11-24T21:00:00Z.");
    }
  }

  @Test
  void adoptingWritesTheMarkAndNothingElse() {
    server.things.put("a", new Thing("made in the console", "theirs"));
    Planned adoption = session().adoption(address("a"));
    assertThat(adoption.plan().changes().getFirst().notes())
        .contains("the next plan changes value: theirs -> 1");
    carryOut(adoption);
    assertThat(server.things)
        .containsEntry("a", new Thing("made in the console [garrison:1:contoso-prod]", "theirs"));
  }

  @Test
  void whatTheNextPlanCouldNotMakeAsWantedIsNotAdopted() {
    server.things.put("a", new Thing("made in the console", "theirs"));
    server.frozen.add("a");
    assertThatThrownBy(() -> session().adoption(address("a")))
        .hasMessage(
            "thing/a can't be adopted, because the next plan would be rejected: It is frozen. Different values: comment, value. Thaw it. No changes were made. [ADOPTION_REFUSED GAR-0534]");
  }

  @Test
  void whatIsOursAlreadyIsNotAdopted() {
    server.things.put("a", ours("0"));
    assertThatThrownBy(() -> session().adoption(address("a")))
        .hasMessageStartingWith("thing/a is already managed by Garrison.");
  }

  @Test
  void anObjectThatTheManifestDoesNotKnowIsNotAdopted() {
    assertThatThrownBy(() -> session().adoption(address("z")))
        .hasMessageStartingWith("thing/z isn't in the manifest.");
  }
}
