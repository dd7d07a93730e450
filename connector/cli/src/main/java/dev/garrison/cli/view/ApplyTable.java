package dev.garrison.cli.view;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ByteCount;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.DurationText;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.review.PlanCounts;
import dev.garrison.review.PlanReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** State of an apply while it runs: counts, the object at work, and what others wait for. */
public final class ApplyTable {
  private static final int WIDTH = 110;
  private static final int BAR = 30;
  private static final int SMALL_BAR = 12;
  private static final int MOST_REASONS = 5;

  private final Plan plan;
  private final PlanReason reasons;
  private final Set<Address> open = new HashSet<>();
  private final Map<Address, StepResult> results = new LinkedHashMap<>();
  private final Map<Address, String> waits = new HashMap<>();
  private final Map<String, Long> held;
  private final Set<String> told = new HashSet<>();
  private Optional<Transfer> transfer = Optional.empty();

  /**
   * The object at work.
   *
   * @param since when it was begun
   */
  private record Transfer(Address address, Duration since, long done, long total) {}

  /** State of one change. */
  private enum State {
    PENDING,
    WORKING,
    DONE,
    BEGUN,
    WAITING,
    BLOCKED,
    MANUAL,
    FAILED
  }

  /**
   * @param rings the objects of the manifest's rings, by which reasons are told
   */
  public ApplyTable(Plan plan, List<RingObjects> rings) {
    this.plan = plan;
    this.reasons = PlanReason.of(plan, rings);
    plan.changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .forEach(change -> open.add(change.address()));
    held =
        plan.changes().stream()
            .filter(change -> change.action() == Action.WAIT)
            .collect(Collectors.groupingBy(reasons::of, Collectors.counting()));
  }

  /** First line of an apply: how many changes it writes, and the counts of the plan. */
  public Text begins() {
    return Text.of(
        "apply.begins",
        "count",
        plan.changes().stream().filter(change -> change.action().writes()).count(),
        "counts",
        new PlanCounts(plan.changes()).all());
  }

  /** The line of a result that says something new; empty where others of its kind said it. */
  public String line(PlannedChange change, StepResult result) {
    String why = waits.getOrDefault(change.address(), "");
    boolean isHeld =
        change.action() == Action.WAIT
            && (result instanceof StepResult.Held || result instanceof StepResult.Blocked);
    long changes = isHeld ? held.getOrDefault(why, 1L) : 1;
    if (changes == 1) {
      return ApplyView.line(change, result, why);
    }
    return told.add(why) ? ApplyView.held(result, changes, why) : "";
  }

  /** Records that an object is begun. */
  public void started(PlannedChange change, Duration at) {
    open.add(change.address());
    transfer = Optional.of(new Transfer(change.address(), at, 0, 0));
  }

  /** Records the bytes of the object at work. */
  public void moved(long done, long total) {
    transfer = transfer.map(old -> new Transfer(old.address(), old.since(), done, total));
  }

  /**
   * Records a result.
   *
   * @return the result of all rounds so far; empty where it says nothing new, as for an object that
   *     still waits for the same
   */
  public Optional<StepResult> finished(PlannedChange change, StepResult result) {
    transfer = Optional.empty();
    Address address = change.address();
    StepResult before = results.get(address);
    StepResult now = before == null ? result : result.following(before);
    results.put(address, now);
    reasons.record(address, now);
    String whyBefore = waits.getOrDefault(address, "");
    String why = ApplyView.recorded(now).map(what -> reasons.of(change, what)).orElse("");
    waits.put(address, why);
    if (result instanceof StepResult.Unchanged) {
      return Optional.empty();
    }
    open.add(address);
    boolean isSame =
        before != null && before.getClass().equals(now.getClass()) && why.equals(whyBefore);
    return isSame ? Optional.empty() : Optional.of(now);
  }

  /** One line: how far it is. */
  public String summary(Duration elapsed) {
    return Text.of("apply.progress", "counts", counts(), "time", DurationText.counter(elapsed))
        .shown();
  }

  /** The counts, in which each change is counted once. */
  private Text counts() {
    Map<State, Long> counts =
        open.stream().collect(Collectors.groupingBy(this::state, Collectors.counting()));
    Function<State, Long> of = state -> counts.getOrDefault(state, 0L);
    return Text.of(
        "apply.counts",
        "done",
        of.apply(State.DONE),
        "all",
        open.size(),
        "working",
        of.apply(State.WORKING),
        "begun",
        of.apply(State.BEGUN),
        "waiting",
        of.apply(State.WAITING),
        "blocked",
        of.apply(State.BLOCKED),
        "manual",
        of.apply(State.MANUAL),
        "pending",
        of.apply(State.PENDING),
        "failed",
        of.apply(State.FAILED));
  }

  private State state(Address address) {
    StepResult result = results.get(address);
    if (transfer.filter(work -> work.address().equals(address)).isPresent()) {
      return State.WORKING;
    }
    return switch (result) {
      case null -> State.PENDING;
      case StepResult.Done _, StepResult.Unchanged _ -> State.DONE;
      case StepResult.Waiting(_, boolean begun) -> begun ? State.BEGUN : State.WAITING;
      case StepResult.Held _ -> State.WAITING;
      case StepResult.Blocked _ -> State.BLOCKED;
      case StepResult.ByHand _ -> State.MANUAL;
      case StepResult.Skipped _, StepResult.NotTried _, StepResult.Failed _ -> State.FAILED;
    };
  }

  /** Reasons of changes that wait, in the order in which they came, with their numbers. */
  private List<String> waiting() {
    Map<String, Map<String, Integer>> marks = new LinkedHashMap<>();
    results.forEach((address, result) -> {
      String why = waits.getOrDefault(address, "");
      if (!why.isEmpty()) {
        marks
            .computeIfAbsent(ApplyView.mark(result).head(), _ -> new LinkedHashMap<>())
            .merge(why, 1, Integer::sum);
      }
    });
    return marks.entrySet().stream()
        .flatMap(mark ->
            mark.getValue().entrySet().stream()
                .map(reason -> mark.getKey() + waiting(reason.getValue(), reason.getKey())))
        .toList();
  }

  /** The table, to be rewritten in place. */
  public List<String> lines(Duration elapsed) {
    List<String> lines = new ArrayList<>();
    int done = (int) open.stream().filter(each -> state(each) == State.DONE).count();
    lines.add(
        bar(done, open.size(), BAR)
            + "  "
            + counts().shown()
            + "  "
            + DurationText.counter(elapsed));
    transfer.ifPresent(work -> lines.add(work(work, elapsed)));
    List<String> waiting = waiting();
    lines.addAll(waiting.subList(0, Math.min(MOST_REASONS, waiting.size())));
    if (waiting.size() > MOST_REASONS) {
      lines.add(
          " ".repeat(Cells.of(ApplyMark.WAITING.head()))
              + Text.of("apply.more-reasons", "count", waiting.size() - MOST_REASONS).shown());
    }
    return lines.stream().map(ScreenText::text).map(line -> Cells.cut(line, WIDTH)).toList();
  }

  private static String waiting(int objects, String reason) {
    return objects == 1
        ? reason
        : Text.of("apply.objects", "count", objects, "reason", reason).shown();
  }

  private static String work(Transfer work, Duration elapsed) {
    String object = ApplyMark.WRITING.head() + ApplyView.object(work.address()) + "  ";
    if (work.total() == 0) {
      return object + DurationText.counter(elapsed.minus(work.since()));
    }
    double seconds = Math.max(0.001, elapsed.minus(work.since()).toMillis() / 1000.0);
    double rate = work.done() / seconds;
    String left =
        rate > 0
            ? "  %s/s  %s"
                .formatted(
                    ByteCount.of((long) rate),
                    Text.of("apply.left", "time", DurationText.counter(left(work, rate))).shown())
            : "";
    return object
        + bar(work.done(), work.total(), SMALL_BAR)
        + String.format(Locale.ROOT, " %3d%%  ", work.done() * 100 / work.total())
        + Text.of(
                "apply.bytes", "done", ByteCount.of(work.done()), "all", ByteCount.of(work.total()))
            .shown()
        + left;
  }

  private static Duration left(Transfer work, double rate) {
    return Duration.ofSeconds((long) Math.ceil((work.total() - work.done()) / rate));
  }

  private static String bar(long done, long total, int width) {
    int filled = total == 0 ? width : (int) (done * width / total);
    return "[" + "#".repeat(filled) + "-".repeat(width - filled) + "]";
  }
}
