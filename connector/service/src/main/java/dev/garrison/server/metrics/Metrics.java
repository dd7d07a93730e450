package dev.garrison.server.metrics;

import dev.garrison.connection.resilience.CircuitBreakers;
import dev.garrison.history.RingLooks;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.ring.RingHealth;
import dev.garrison.schedule.JobSchedule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Metrics for charts and alerts: states of servers, results of jobs, and answers to HTTP requests.
 * Servers and jobs are read from the history at each scrape.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus exposition
 *     formats</a>
 */
public final class Metrics {
  /** Media type of the answer of {@link #text()}. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final double MILLIS = 1000.0;

  private final JobSchedule schedule;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Counter gaveWay;
  private final MultiGauge servers;
  private final MultiGauge observed;
  private final MultiGauge rings;
  private final MultiGauge ringServers;
  private final MultiGauge ringsSeen;
  private final MultiGauge breakers;
  private final MultiGauge modes;
  private final MultiGauge outcomes;
  private final MultiGauge ended;
  private final MultiGauge next;
  private final MultiGauge plans;

  /**
   * @param problems number of the service's current problems
   */
  public Metrics(JobSchedule schedule, Supplier<Number> problems) {
    this.schedule = schedule;
    Gauge.builder("garrison.service.problems", problems)
        .description("What is wrong with the service, such as log files that cannot be written")
        .register(registry);
    gaveWay =
        Counter.builder("garrison.http.connections.ended")
            .description("Connections that kept the service waiting and were ended to make room")
            .register(registry);
    servers = gauge("garrison.servers", "Servers at the last look of the job status");
    observed = gauge("garrison.servers.seen.timestamp.seconds", "When the job status looked last");
    rings = gauge("garrison.ring.state", "1 for the state that a ring is in");
    ringServers = gauge("garrison.ring.servers", "Servers that a ring's deployments target");
    ringsSeen =
        gauge("garrison.rings.seen.timestamp.seconds", "When the rings were last looked at");
    breakers = gauge("garrison.server.breaker", "1 for the state of the breaker of a server");
    modes = gauge("garrison.job.mode", "1 for the mode that a job is in");
    outcomes = gauge("garrison.job.outcome", "1 for how a job's last run ended");
    ended = gauge("garrison.job.ended.timestamp.seconds", "When a job's last run ended");
    next = gauge("garrison.job.next.timestamp.seconds", "When a job runs next");
    plans = gauge("garrison.job.plan.pending", "1 where a job left a plan to be approved");
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /**
   * Counts an answer.
   *
   * @param route the path with its {@code {names}}
   * @param status of HTTP
   */
  public void answered(String method, String route, int status, Duration time) {
    Timer.builder("garrison.http.requests")
        .description("Answers of the HTTP API")
        .tags("method", method, "route", route, "status", String.valueOf(status))
        .register(registry)
        .record(time);
  }

  /** Counts a connection that was closed to make room for another. */
  public void gaveWay() {
    gaveWay.increment();
  }

  /** All metrics, read now. */
  public String text() {
    readServers();
    readRings();
    readBreakers();
    readJobs();
    return registry.scrape();
  }

  private void readServers() {
    List<Row<?>> rows = new ArrayList<>();
    schedule
        .history()
        .pages()
        .counts()
        .forEach(count ->
            rows.add(
                Row.of(
                    Tags.of("ring", count.ring(), "system", count.system(), "state", count.state()),
                    count.servers())));
    servers.register(rows, true);
    observed.register(
        schedule.history().pages().observed().stream()
            .<Row<?>>map(at -> Row.of(Tags.empty(), seconds(at)))
            .toList(),
        true);
  }

  /** Reads the rings of the manifest only, so that their number is bounded. */
  private void readRings() {
    List<Row<?>> states = new ArrayList<>();
    List<Row<?>> targets = new ArrayList<>();
    Optional<RingLooks.Look> look = schedule.history().rings().latest();
    for (Ring ring : schedule.manifest().rings()) {
      Tags of = Tags.of("ring", ring.name());
      Optional<Sighting> seen = look.flatMap(each -> each.of(ring.name()));
      seen.ifPresent(each -> states.add(Row.of(of.and("state", each.state()), 1)));
      seen.flatMap(Sighting::ring)
          .ifPresent(each ->
              shares(each.health())
                  .forEach(
                      (share, servers) -> targets.add(Row.of(of.and("share", share), servers))));
    }
    rings.register(states, true);
    ringServers.register(targets, true);
    ringsSeen.register(
        look.stream().<Row<?>>map(each -> Row.of(Tags.empty(), seconds(each.at()))).toList(), true);
  }

  private static Map<String, Integer> shares(RingHealth health) {
    return Map.of(
        "onboarded",
        health.onboarded(),
        "failed",
        health.failed(),
        "under-way",
        health.underWay(),
        "not-ready",
        health.notReady(),
        "silent",
        health.silent());
  }

  private void readBreakers() {
    List<Row<?>> states = new ArrayList<>();
    for (CircuitBreakers.Breaker each : schedule.breakers().all()) {
      Tags of = Tags.of("server", each.server());
      states.add(Row.of(of.and("state", each.state().word()), 1));
      FunctionCounter.builder(
              "garrison.server.set.aside",
              schedule.breakers(),
              breakers -> breakers.setAside(each.server()))
          .description("How often a server was left in peace after failures in a row")
          .tags(of)
          .register(registry);
    }
    breakers.register(states, true);
  }

  private void readJobs() {
    Map<JobKind, JobMode> decided = schedule.history().modes().all();
    Set<JobKind> planning = schedule.history().runs().planning();
    List<Row<?>> modeRows = new ArrayList<>();
    List<Row<?>> outcomeRows = new ArrayList<>();
    List<Row<?>> endedRows = new ArrayList<>();
    List<Row<?>> nextRows = new ArrayList<>();
    List<Row<?>> planRows = new ArrayList<>();
    for (JobKind job : JobKind.values()) {
      Tags of = Tags.of("job", job.word());
      modeRows.add(Row.of(of.and("mode", decided.getOrDefault(job, JobMode.PLAN_ONLY).word()), 1));
      for (JobRun run : ended(job)) {
        outcomeRows.add(Row.of(of.and("outcome", run.outcome().orElseThrow().word()), 1));
        endedRows.add(Row.of(of, seconds(run.ended().orElseThrow())));
      }
      planRows.add(Row.of(of, planning.contains(job) ? 1 : 0));
      schedule.next(job).ifPresent(at -> nextRows.add(Row.of(of, seconds(at))));
    }
    modes.register(modeRows, true);
    outcomes.register(outcomeRows, true);
    ended.register(endedRows, true);
    next.register(nextRows, true);
    plans.register(planRows, true);
  }

  /** The last ended run of a job; a run under way has no result yet. */
  private List<JobRun> ended(JobKind job) {
    return schedule.history().runs().latestOwn(job, 2).stream()
        .filter(run -> run.ended().isPresent())
        .limit(1)
        .toList();
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / MILLIS;
  }
}
