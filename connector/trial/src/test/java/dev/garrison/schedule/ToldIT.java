package dev.garrison.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper.ManualSchedulerBuilder;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.plan.Planned;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Running;
import dev.garrison.servers.RawSite;
import dev.garrison.session.RingOrder;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import dev.garrison.webhook.FakeReceiver;
import dev.garrison.webhook.FakeReceiver.Received;
import dev.garrison.webhook.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a receiver is told of a site over some days. */
final class ToldIT {
  private static final String SECRET = "H00k-s3cret-of-the-receiver";
  private static final Duration TICK = Duration.ofMinutes(30);
  private static final int DAY = 48;

  @TempDir private Path folder;
  private final FakeReceiver receiver = new FakeReceiver(SECRET);

  @AfterEach
  void stop() {
    receiver.close();
  }

  private void configure(TrialSite site, String schedules) throws IOException {
    Path file = Files.writeString(folder.resolve("hook.secret"), SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    site.manifest()
        .replace(
            "sampleSharing: none",
            """
            sampleSharing: none
            jobs:
              timeZone: UTC
              schedules:
            %snotifications:
              - {name: ops, url: "%s", secret: "file:hook.secret"}\
            """
                .formatted(schedules.indent(4), receiver.address()));
  }

  /** The service, driven by hand. */
  private static final class Driven {
    private final TrialSite site;
    private final SettableClock clock = new SettableClock();
    private final ManualScheduler scheduler;
    private final Notices notices;

    Driven(TrialSite site, JobSchedule schedule) {
      this.site = site;
      schedule.takeOver();
      JobTasks tasks = new JobTasks(schedule, _ -> {});
      clock.set(site.lab().clock().instant());
      ManualSchedulerBuilder builder =
          TestHelper.createManualScheduler(schedule.open().database().source(), tasks.all())
              .clock(clock);
      builder.serializer(new WordSerializer()).jdbcCustomization(new UtcTimes());
      scheduler = builder.build();
      notices =
          schedule.notices(diagnostic -> {
            throw new AssertionError(diagnostic);
          });
      tasks.align(scheduler);
    }

    void day() {
      for (int tick = 0; tick < DAY; tick++) {
        site.pass(TICK);
        clock.set(site.lab().clock().instant());
        scheduler.runAnyDueExecutions();
        notices.round();
      }
    }
  }

  private static void order(TrialSite site, RingOrder.Kind kind) {
    try (OpenSession open = site.open()) {
      Session session = open.session();
      Instant now = session.now();
      RingOrder order = new RingOrder(kind, "pilot", "CHG1");
      Planned planned = session.order(order, now);
      try (WriteSession writing = session.write()) {
        writing.carryOutAsShown(
            planned, session.order(order, now), Optional.empty(), ApplyListener.silent());
      }
    }
  }

  /** Somebody changes a collection: its comment, and its schedule, which a PUT leaves out. */
  private static void describeAnew(TrialSite site, String collection) {
    try (RawSite raw = new RawSite(site.lab().adminService())) {
      JsonNode row = raw.named("SMS_Collection", "Name", collection);
      String id = row.path("CollectionID").asText();
      JsonNode whole = raw.get("SMS_Collection('%s')".formatted(id)).path("value").path(0);
      ObjectNode changed = new ObjectMapper().createObjectNode();
      for (String kept : List.of("Name", "LimitToCollectionID", "CollectionType", "RefreshType")) {
        changed.set(kept, whole.path(kept));
      }
      changed.put("Comment", "Changed. " + whole.path("Comment").asText());
      raw.put("SMS_Collection('%s')".formatted(id), changed.toString());
    }
  }

  @Test
  void driftAndHaltAreToldOnceADayAndTheirEndOnce() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      configure(
          site,
          """
          - {job: status, cron: "0 6,18 * * *"}
          - {job: drift, cron: "0 3,12 * * *"}
          """);
      site.converge();
      TrialJobs jobs = new TrialJobs(site);
      try (JobSchedule schedule = jobs.open()) {
        new Driven(site, schedule).day();
      }
      assertThat(receiver.titles()).isEmpty();

      order(site, RingOrder.Kind.HALT);
      describeAnew(site, "MDE pilot - 2019");
      try (JobSchedule schedule = jobs.open()) {
        new Driven(site, schedule).day();
      }
      assertThat(receiver.received()).allMatch(Received::signed);
      assertThat(receiver.received().get(1).body().at("/findings/0/problem").asText())
          .matches("Ring \"pilot\" is halted: CHG1 \\(by \\S+, \\S+Z\\)\\.");
      assertThat(receiver.titles())
          .containsExactly("trial: drift, run 5: drift 1", "trial: status, run 6: halt 1");

      order(site, RingOrder.Kind.RESUME);
      site.converge();
      try (JobSchedule schedule = jobs.open()) {
        new Driven(site, schedule).day();
      }
      assertThat(receiver.titles())
          .containsExactly(
              "trial: drift has recovered (recovery 1)",
              "trial: status has recovered (recovery 1)");
    }
  }

  @Test
  void aServiceTellsWhatItFoundAndNotAgainAfterARestart() throws Exception {
    try (TrialSite site = new TrialSite("2107-rollup", folder, Instant.now())) {
      configure(site, "- {job: expiry, every: 90d}\n");
      site.manifest()
          .replace(
              "sampleSharing: none",
              "exceptions:\n  - {server: WEB02, reason: old, owner: ops, until: %s}\nsampleSharing: none"
                  .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(3)));
      Running first = PackedProgram.start(folder, "serve");
      receiver.await();
      JavaProcess.interrupt(first.process());
      assertThat(receiver.received()).allMatch(Received::signed);
      assertThat(receiver.titles()).containsExactly("trial: expiry, run 1: expiry 1");
      assertThat(PackedProgram.run(folder, "job", "run", "expiry").exit()).isEqualTo(1);

      Running second = PackedProgram.start(folder, "serve");
      assertThat(PackedProgram.run(folder, "notify", "test").out())
          .isEqualTo("  OK    ops: the webhook answered 202%n".formatted());
      JavaProcess.interrupt(second.process());
      assertThat(receiver.titles()).containsExactly("trial: test of the webhook 'ops'");
    }
  }
}
