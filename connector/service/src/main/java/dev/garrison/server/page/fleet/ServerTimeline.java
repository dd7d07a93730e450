package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.recorded;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.history.RunHistory;
import dev.garrison.history.StandingHistory.Stay;
import dev.garrison.job.JobReport.Sighting;
import dev.garrison.job.JobRun;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.ring.RingState;
import dev.garrison.server.page.chart.Bar;
import dev.garrison.server.reading.FleetReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events of one server: its states, and the runs that changed objects of its rings. */
final class ServerTimeline {
  /** Most runs that are searched for changes of a ring. */
  private static final int RUNS = 200;

  /** Key of the reason for a halt that the run had still to carry out. */
  private static final String HALTING = "gate.disables-next";

  private final Manifest manifest;
  private final RunHistory runs;

  ServerTimeline(Manifest manifest, RunHistory runs) {
    this.manifest = manifest;
    this.runs = runs;
  }

  /**
   * An event.
   *
   * @param style class for the color of a state; empty for a run
   * @param link page with details; empty where there is none
   */
  record Event(Instant at, String style, String title, String detail, String link) {}

  /** All events, the newest first. */
  List<Event> of(List<Stay> stays) {
    List<Event> events = new ArrayList<>();
    for (Stay stay : stays) {
      events.add(
          new Event(
              stay.since(),
              Bar.style(FleetReading.label(stay.state())),
              t("page.timeline.state", "state", StateName.of(stay.state()), "ring", stay.ring()),
              stay.why().equals(stay.state()) ? "" : stay.why(),
              ""));
      stay.until()
          .filter(end -> stays.stream().noneMatch(each -> continues(each, stay, end)))
          .ifPresent(end ->
              events.add(new Event(end, "", t("page.timeline.left", "ring", stay.ring()), "", "")));
    }
    if (!stays.isEmpty()) {
      runs(stays, events);
    }
    events.sort(Comparator.comparing(Event::at).reversed());
    return events;
  }

  private static boolean continues(Stay next, Stay stay, Instant end) {
    return next.ring().equals(stay.ring()) && next.since().equals(end);
  }

  /** Runs since the server was first seen, and the last one before. */
  private void runs(List<Stay> stays, List<Event> events) {
    Instant first = stays.stream().map(Stay::since).min(Comparator.naturalOrder()).orElseThrow();
    Set<String> names = stays.stream().map(Stay::ring).collect(Collectors.toSet());
    List<JobRun> changing = runs.changing(RUNS);
    for (Ring ring : manifest.rings()) {
      if (!names.contains(ring.name())) {
        continue;
      }
      Set<String> objects = objects(manifest, ring);
      for (int index = 0; index < changing.size(); index++) {
        JobRun run = changing.get(index);
        int changes = changes(run, objects);
        if (changes > 0) {
          events.add(
              halt(changing.subList(index, changing.size()), ring.name())
                  .map(reason -> halt(run, ring.name(), changes, reason))
                  .orElseGet(() -> event(run, ring.name(), changes)));
          if (run.started().isBefore(first)) {
            break;
          }
        }
      }
    }
  }

  /** Names of a ring's objects; requests for an object have its name or its address as theirs. */
  static Set<String> objects(Manifest manifest, Ring ring) {
    return RingObjects.of(manifest, ring)
        .all()
        .flatMap(object -> Stream.of(object.name(), object.toString()))
        .collect(Collectors.toSet());
  }

  private static int changes(JobRun run, Set<String> objects) {
    return (int)
        run.sightings().stream()
            .filter(each -> each.state().equals(Sighting.PLACED) && objects.contains(each.name()))
            .count();
  }

  /**
   * Reason why the first of these runs halted a ring.
   *
   * @param runs the newest first
   * @return empty where it did not, or the ring was halted before
   */
  private static Optional<String> halt(List<JobRun> runs, String ring) {
    boolean wasHalted =
        runs.stream()
            .skip(1)
            .flatMap(run -> seen(run, ring).stream())
            .findFirst()
            .filter(ServerTimeline::isHalted)
            .isPresent();
    return wasHalted
        ? Optional.empty()
        : seen(runs.getFirst(), ring).filter(ServerTimeline::isHalted).map(ServerTimeline::reason);
  }

  private static Optional<Sighting> seen(JobRun run, String ring) {
    return run.sightings().stream()
        .filter(each -> each.kind().equals(Sighting.RING) && each.name().equals(ring))
        .findFirst();
  }

  private static boolean isHalted(Sighting ring) {
    return ring.state().equals(RingState.HALTED.word());
  }

  /** Reason of the gate, without what the run has done since. */
  private static String reason(Sighting ring) {
    Text words = RecordedText.text(ring.words());
    return words.key().equals(HALTING)
        ? String.valueOf(words.places().get("reason"))
        : ring.words();
  }

  private static Event halt(JobRun run, String ring, int changes, String reason) {
    String title =
        t(
            "page.timeline.halt",
            "run",
            String.valueOf(run.id()),
            "job",
            run.job().word(),
            "ring",
            ring,
            "count",
            changes);
    return new Event(
        run.started(),
        "",
        title,
        reason.isEmpty()
            ? origin(run)
            : t("page.timeline.reason", "origin", origin(run), "reason", recorded(reason)),
        "/runs/" + run.id());
  }

  private static Event event(JobRun run, String ring, int changes) {
    return new Event(
        run.started(),
        "",
        t(
            "page.timeline.run",
            "run",
            String.valueOf(run.id()),
            "job",
            run.job().word(),
            "count",
            changes,
            "ring",
            ring),
        origin(run),
        "/runs/" + run.id());
  }

  private static String origin(JobRun run) {
    return switch (run.reason()) {
      case APPROVAL -> t("page.timeline.approved", "name", run.startedBy());
      case ORDER -> t("page.timeline.ordered", "name", run.startedBy());
      case COMMAND -> t("page.timeline.started", "name", run.startedBy());
      case SCHEDULE -> t("page.timeline.schedule");
    };
  }
}
