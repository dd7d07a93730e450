package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.connection.resilience.CircuitBreakers.Breaker;
import dev.garrison.connection.resilience.CircuitBreakers.State;
import dev.garrison.history.Outbox;
import dev.garrison.login.AccessToken;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.Service;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Moment;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Page about the health of the service. */
final class HealthPage {
  private static final Duration LATE = Duration.ofMinutes(5);
  private static final Duration LOOK_BACK = Duration.ofDays(7);
  private static final Duration SOON = Duration.ofDays(14);
  private static final long MEBIBYTE = 1024L * 1024;

  private final JobSchedule schedule;
  private final Service service;
  private final Supplier<List<String>> problems;

  /**
   * @param problems current problems of the service
   */
  HealthPage(JobSchedule schedule, Service service, Supplier<List<String>> problems) {
    this.schedule = schedule;
    this.service = service;
    this.problems = problems;
  }

  /**
   * Content of the page.
   *
   * @param late jobs that did not run at their time
   * @param amiss webhooks that have not accepted messages
   */
  record Model(
      Frame frame,
      boolean areJobsRunning,
      List<String> late,
      List<String> problems,
      List<Outbox.Tally> amiss,
      int webhooks,
      List<Breaker> breakers,
      List<Token> tokens,
      Vitals vitals) {
    boolean isWell() {
      return areJobsRunning
          && late.isEmpty()
          && problems.isEmpty()
          && amiss.isEmpty()
          && breakers.stream().allMatch(HealthPage::isAsked);
    }
  }

  /** A token, and whether it expires soon. */
  record Token(AccessToken token, String standing, boolean isEnding) {
    String lastUsed() {
      return token.lastUsed().map(Moment::day).orElseGet(() -> t("page.health.never"));
    }
  }

  /** Facts of the running process. */
  record Vitals(String java, String system, Instant started, long heap, long most, int threads) {}

  Page page() {
    return new Page(Tab.HEALTH.path(), this::show);
  }

  private View show(PageRequest request) {
    Instant now = request.frame().moment().now();
    return new View(
        "job/health",
        new Model(
            request.frame(),
            service.isRunning(),
            late(now),
            problems.get(),
            schedule.history().outbox().amiss(now.minus(LOOK_BACK)),
            schedule.manifest().notifications().size(),
            schedule.breakers().all(),
            request.frame().isApprover() ? tokens(now) : List.of(),
            vitals()));
  }

  /** Whether requests are sent to a server. */
  static boolean isAsked(Breaker breaker) {
    return breaker.state() == State.CLOSED;
  }

  private List<String> late(Instant now) {
    List<String> late = new ArrayList<>();
    for (JobKind job : JobKind.values()) {
      Optional<Instant> next = schedule.manifest().jobs().of(job).flatMap(_ -> schedule.next(job));
      if (next.filter(at -> at.isBefore(now.minus(LATE))).isPresent()) {
        late.add(job.word());
      }
    }
    return late;
  }

  private List<Token> tokens(Instant now) {
    return schedule.history().tokens().all().stream().map(token -> token(token, now)).toList();
  }

  private static Token token(AccessToken token, Instant now) {
    AccessToken.Standing standing = token.standing(now);
    return new Token(
        token,
        switch (standing) {
          case VALID -> t("page.health.valid");
          case EXPIRED -> t("page.health.token-expired");
          case REVOKED -> t("page.health.revoked");
        },
        standing == AccessToken.Standing.VALID && token.expires().isBefore(now.plus(SOON)));
  }

  private static Vitals vitals() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Vitals(
        Runtime.version().toString(),
        "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
        Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
        heap.getUsed() / MEBIBYTE,
        heap.getMax() / MEBIBYTE,
        ManagementFactory.getThreadMXBean().getThreadCount());
  }
}
