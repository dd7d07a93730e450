package dev.garrison.cli.view;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ElapsedTime;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.ByteCount;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** State of an apply while it runs: counts, the object at work, and what others wait for. */
public final class ApplyTable {
  private static final int WIDTH = 110;
  private static final int BAR = 30;
  private static final int SMALL_BAR = 12;
  private static final int MOST_REASONS = 5;

  private final Set<Address> open = new HashSet<>();
  private final Map<Address, StepResult> results = new LinkedHashMap<>();
  private final Map<String, Long> held;
  private final Set<String> told = new HashSet<>();
  private Optional<Transfer> transfer = Optional.empty();

  /**
   * The object at work.
   *
   * @param since when it was begun
   */
  private record Transfer(Address address, Duration since, long done, long total) {}

  public ApplyTable(Plan plan) {
    plan.changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .forEach(change -> open.add(change.address()));
    held =
        plan.changes().stream()
            .filter(PlannedChange::waits)
            .collect(Collectors.groupingBy(PlannedChange::summary, Collectors.counting()));
  }

  /** The line of a result that says something new; empty where others of its kind said it. */
  public String line(PlannedChange change, StepResult result) {
    if (!(result instanceof StepResult.Held(String why))) {
      return ApplyView.line(change, result);
    }
    long changes = held.getOrDefault(why, 1L);
    if (changes == 1) {
      return ApplyView.line(change, result);
    }
    return told.add(why) ? ApplyView.held(changes, why) : "";
  }

  /** Records that an object is begun. */
  public void started(PlannedChange change, Duration at) {
    transfer = Optional.of(new Transfer(change.address(), at, 0, 0));
  }

  /** Records the bytes of the object at work. */
  public void moved(long done, long total) {
    transfer = transfer.map(old -> new Transfer(old.address(), old.since(), done, total));
  }

  /**
   * Records a result.
   *
   * @return whether it says something new: an object that still waits for the same does not
   */
  public boolean finished(PlannedChange change, StepResult result) {
    transfer = Optional.empty();
    StepResult before = results.put(change.address(), result);
    boolean shown = !(result instanceof StepResult.Unchanged);
    if (shown) {
      open.add(change.address());
    }
    return shown && !result.equals(before);
  }

  /** Number of changes. */
  public int changes() {
    return open.size();
  }

  /** One line: how far it is. */
  public String summary(Duration elapsed) {
    return Text.of("apply.progress", "counts", counts(), "time", ElapsedTime.of(elapsed)).shown();
  }

  private Text counts() {
    long done = open.stream().filter(this::isDone).count();
    long failed = results.values().stream().filter(StepResult::failed).count();
    long waiting = waiting().values().stream().mapToInt(Integer::intValue).sum();
    long working = transfer.stream().count();
    long untouched =
        open.stream()
            .filter(address -> !results.containsKey(address))
            .filter(address -> transfer.filter(work -> work.address().equals(address)).isEmpty())
            .count();
    return Text.of(
        "apply.counts",
        "done",
        done,
        "all",
        open.size(),
        "working",
        working,
        "waiting",
        waiting,
        "pending",
        untouched,
        "failed",
        failed);
  }

  private boolean isDone(Address address) {
    StepResult result = results.get(address);
    return result != null && result.inPlace();
  }

  /** Number of waiting objects by their reason, in the order in which they came. */
  private Map<String, Integer> waiting() {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    results
        .values()
        .forEach(result -> {
          if (result instanceof StepResult.Waiting(String what)) {
            reasons.merge(RecordedText.shown(what), 1, Integer::sum);
          }
        });
    return reasons;
  }

  /** The table, to be rewritten in place. */
  public List<String> lines(Duration elapsed) {
    List<String> lines = new ArrayList<>();
    int done = (int) open.stream().filter(this::isDone).count();
    lines.add(
        bar(done, open.size(), BAR) + "  " + counts().shown() + "  " + ElapsedTime.of(elapsed));
    transfer.ifPresent(work -> lines.add(work(work, elapsed)));
    Map<String, Integer> reasons = waiting();
    reasons.entrySet().stream()
        .limit(MOST_REASONS)
        .forEach(reason ->
            lines.add(ApplyMark.WAITING.head() + waiting(reason.getValue(), reason.getKey())));
    if (reasons.size() > MOST_REASONS) {
      lines.add(
          " ".repeat(Cells.of(ApplyMark.WAITING.head()))
              + Text.of("apply.more-reasons", "count", reasons.size() - MOST_REASONS).shown());
    }
    return lines.stream().map(ScreenText::text).map(line -> Cells.cut(line, WIDTH)).toList();
  }

  private static String waiting(int objects, String reason) {
    return objects == 1
        ? reason
        : Text.of("apply.objects", "count", objects, "reason", reason).shown();
  }

  private static String work(Transfer work, Duration elapsed) {
    String object = ApplyMark.WRITING.head() + work.address() + "  ";
    if (work.total() == 0) {
      return object + ElapsedTime.of(elapsed.minus(work.since()));
    }
    double seconds = Math.max(0.001, elapsed.minus(work.since()).toMillis() / 1000.0);
    double rate = work.done() / seconds;
    String left =
        rate > 0
            ? "  %s/s  %s"
                .formatted(
                    ByteCount.of((long) rate),
                    Text.of("apply.left", "time", ElapsedTime.of(left(work, rate))).shown())
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
