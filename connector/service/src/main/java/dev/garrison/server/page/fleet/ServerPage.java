package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.history.History;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.history.StandingPages;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Place;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.history.StandingPages.Wish;
import dev.garrison.job.JobRun;
import dev.garrison.job.ServerReport;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.page.fleet.ServerTimeline.Event;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.View;
import dev.garrison.server.reading.FleetReading;
import dev.garrison.server.reading.ServerList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of one server: its status, what each source reports, and its timeline. */
final class ServerPage {
  private static final int MOST_STATES = 500;
  private static final int MOST_RINGS = 20;

  /** Names of logs in a next step. */
  private static final Pattern LOG =
      Pattern.compile("[\\w.-]+\\.log\\b|Microsoft-Windows-[\\w-]+/\\w+");

  private final Manifest manifest;
  private final History history;
  private final ServerTimeline timeline;

  ServerPage(Manifest manifest, History history) {
    this.manifest = manifest;
    this.history = history;
    this.timeline = new ServerTimeline(manifest, history.runs());
  }

  /**
   * Content of the page.
   *
   * @param now its status in each of its rings
   * @param checked time of the last check of all servers
   * @param isCut whether older states are left out
   */
  record Model(
      Frame frame,
      String name,
      List<Now> now,
      Optional<Instant> checked,
      List<Event> timeline,
      boolean isCut) {}

  /**
   * Status of the server in one ring.
   *
   * @param isReported whether the cause is recorded
   * @param cause empty where the state says it already
   * @param log a log that the next step names
   * @param plans plans that wait for approval and change objects of the ring
   */
  record Now(
      Row row,
      boolean isReported,
      Optional<String> cause,
      Optional<String> nextStep,
      Optional<String> log,
      Optional<String> disagreement,
      List<ServerSource> sources,
      List<WaitingPlan> plans) {
    String state() {
      return StateName.of(row.state());
    }

    String style() {
      return Bar.style(FleetReading.label(row.state()));
    }
  }

  /** A plan that waits for approval, and its number of changes in the ring. */
  record WaitingPlan(long run, int changes) {
    String words() {
      return t("page.server.waiting-plan", "count", changes, "run", String.valueOf(run));
    }
  }

  Page page() {
    return new Page("/servers/{name}", this::show);
  }

  private View show(PageRequest request) {
    String name = request.part("name");
    List<Stay> stays = history.standings().of(name, MOST_STATES);
    if (stays.isEmpty()) {
      throw PageRequest.missing(Message.of("request.page-server", "server", name));
    }
    Filter filter =
        new Filter(
            Optional.of(StandingPages.exactly(name)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<Row> rows = history.pages().page(new Wish(filter, Optional.empty(), MOST_RINGS));
    Map<Place, AntivirusFacts> antivirus =
        history.antivirus().of(rows.stream().map(Row::place).toList());
    return new View(
        "fleet/server",
        new Model(
            request.frame(),
            stays.getFirst().server(),
            rows.stream()
                .map(row -> now(row, Optional.ofNullable(antivirus.get(row.place()))))
                .toList(),
            history.pages().observed(),
            timeline.of(stays),
            stays.size() == MOST_STATES));
  }

  private Now now(Row row, Optional<AntivirusFacts> antivirus) {
    Optional<ServerReport> report = history.reports().of(row.place());
    Optional<String> step = new ServerList.Line(row, report).nextStep();
    return new Now(
        row,
        report.isPresent(),
        report
            .map(ServerReport::why)
            .or(() -> Optional.of(t("page.server.not-recorded")))
            .filter(why -> !why.equals(row.state())),
        step,
        step.flatMap(ServerPage::log),
        report.flatMap(ServerReport::disagreement),
        ServerSource.of(report, antivirus, history.antivirus().look()),
        plans(row.ring()));
  }

  /** The log that a next step names; none is guessed. */
  static Optional<String> log(String step) {
    Matcher found = LOG.matcher(step);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private List<WaitingPlan> plans(String name) {
    Set<String> objects =
        manifest.rings().stream()
            .filter(ring -> ring.name().equals(name))
            .flatMap(ring -> ServerTimeline.objects(manifest, ring).stream())
            .collect(Collectors.toSet());
    return history.runs().planned().stream()
        .map(run -> new WaitingPlan(run.id(), changes(run, objects)))
        .filter(plan -> plan.changes() > 0)
        .toList();
  }

  private int changes(JobRun run, Set<String> objects) {
    return history
        .runs()
        .kept(run.id())
        .map(stored ->
            (int)
                stored.plan().changes().stream()
                    .filter(change -> change.action().writes())
                    .map(PlannedChange::address)
                    .filter(object -> objects.contains(object.name()))
                    .count())
        .orElse(0);
  }
}
