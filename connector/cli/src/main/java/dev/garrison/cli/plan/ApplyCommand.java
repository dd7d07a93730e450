package dev.garrison.cli.plan;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.AnswerOptions;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.Wrapped;
import dev.garrison.cli.view.ApplyView;
import dev.garrison.cli.view.PlanView;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Planned;
import dev.garrison.language.Text;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.session.RepeatedApply;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.state.StoredPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code garrison apply}: carries out exactly one plan, or refuses it. */
@Command(name = "apply")
public final class ApplyCommand implements Callable<Integer> {
  private static final Duration INTERVAL = Duration.ofSeconds(20);

  @Spec private CommandSpec spec;

  private final Console console;
  private final Sessions sessions;
  private final Confirmation confirmation;
  private final RepeatedApply.Waiting waiting;

  @Mixin private ManifestOptions options;
  @Mixin private PartOption part = new PartOption();
  @Mixin private ApplyWindow window;

  @Parameters(arity = "0..1", paramLabel = "FILE")
  private @Nullable Path file;

  @Option(names = {"-y", "--yes"})
  private boolean yes;

  @Mixin private AllowanceOptions allowances = new AllowanceOptions();
  @Mixin private DetailOptions detail = new DetailOptions();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(names = "--change", paramLabel = "ID")
  private @Nullable String change;

  @Option(names = "--wait", paramLabel = "DURATION")
  private @Nullable Duration wait;

  @Option(names = "--confirm-offboarding", paramLabel = "NAME")
  private Set<String> confirmed = new LinkedHashSet<>();

  public ApplyCommand(
      Console console,
      Sessions sessions,
      Confirmation confirmation,
      RepeatedApply.Waiting waiting) {
    this.console = console;
    this.sessions = sessions;
    this.confirmation = confirmation;
    this.waiting = waiting;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (OpenSession open = options.open(sessions, part);
        TrafficNotice _ = new TrafficNotice(console, open)) {
      Session session = open.session();
      window.require(session.localTime());
      requireSuitableOptions();
      Optional<StoredPlan> plan =
          file == null
              ? fresh(open)
              : Optional.of(read(session, file)).filter(this::takesOutAsAgreed);
      open.share().get().ifPresent(aside().out()::println);
      if (plan.isEmpty()) {
        return ExitCode.ERROR;
      }
      if (file == null
          && !plan.get().plan().writes()
          && (wait == null || plan.get().plan().converged())) {
        answer.printJson(console, () -> ApplyAnswer.of(plan.get()));
        return PlanExit.ofNext(plan.get().plan());
      }
      Applied applied = written(session, plan.get());
      answer.print(
          console,
          () -> ApplyAnswer.of(plan.get(), applied),
          () -> console.colors().of(text(plan.get(), session.ringObjects(), applied)));
      return PlanExit.of(plan.get().plan(), applied.report());
    }
  }

  private static String text(StoredPlan plan, List<RingObjects> rings, Applied applied) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    applied.report().blockages().forEach(each -> lines.addAll(PlanView.blocked(each)));
    lines.addAll(ApplyView.verdict(plan.plan(), applied.report(), applied.run()));
    ApplyView.next(plan.plan(), rings, applied.report())
        .ifPresent(next -> lines.addAll(Wrapped.lines(next.shown(), Wrapped.WIDTH)));
    return String.join(System.lineSeparator(), lines);
  }

  private Console aside() {
    return answer.aside(console);
  }

  /**
   * Reads a plan file and shows its digest.
   *
   * <p>A change board compares it with the digest that 'plan' printed.
   */
  private StoredPlan read(Session session, Path from) {
    StoredPlan stored = session.planFiles().read(from);
    aside()
        .out()
        .println(
            ScreenText.text(
                Text.of(
                        stored.changeId().isPresent() ? "apply.saved-change" : "apply.saved",
                        "file",
                        from,
                        "change",
                        stored.changeId().orElse(""),
                        "expires",
                        console.time().minute(stored.expires()),
                        "digest",
                        stored.digest())
                    .shown()));
    return stored;
  }

  private Applied written(Session session, StoredPlan plan) throws InterruptedException {
    JournalNotice.show(console, session);
    try (WritingNotice _ = new WritingNotice(console);
        ApplyScreen screen = ApplyScreen.of(aside(), plan.plan(), session.ringObjects())) {
      return new RepeatedApply(session, waiting, INTERVAL, window::require)
          .run(plan, wait == null ? Duration.ZERO : wait, screen);
    }
  }

  /** Refuses options that were decided when the plan file was made. */
  void requireSuitableOptions() {
    if (file != null && (!allowances.given().equals(Allowances.NONE) || change != null)) {
      throw new UsageMistake(spec.commandLine(), Text.of("usage.saved-plan"));
    }
  }

  private Optional<StoredPlan> fresh(OpenSession open) {
    Session session = open.session();
    Planned planned = ReadingNotice.during(console, open, () -> session.plan(allowances.given()));
    aside()
        .show(
            PlanView.render(
                planned.plan(), session.ringObjects(), detail.detail(session, planned.plan())));
    StoredPlan stored = session.stored(planned, Optional.ofNullable(change), Optional.empty());
    if (!takesOutAsAgreed(stored)) {
      return Optional.empty();
    }
    if (!planned.plan().writes()) {
      return Optional.of(stored);
    }
    if (!confirmation.given(yes, Text.of("confirm.apply"))) {
      console.err().println(Text.of("apply.nothing-written").shown());
      return Optional.empty();
    }
    return Optional.of(stored);
  }

  /** Asks for separate agreement to offboarding, because it cannot be undone. */
  private boolean takesOutAsAgreed(StoredPlan stored) {
    boolean agreed = confirmation.given(stored.plan().takesOut(wait != null), confirmed);
    if (!agreed) {
      console.err().println(Text.of("apply.nothing-written").shown());
    }
    return agreed;
  }
}
