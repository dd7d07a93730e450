package dev.garrison.cli.rollout;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.plan.AgreedPlan;
import dev.garrison.cli.plan.Confirmation;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.plan.PlanExit;
import dev.garrison.cli.plan.ReadingNotice;
import dev.garrison.cli.plan.TrafficNotice;
import dev.garrison.cli.view.PlanDetail;
import dev.garrison.cli.view.PlanView;
import dev.garrison.engine.plan.Plan;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.OffboardSection.AfterOffboarding;
import dev.garrison.manifest.draft.OffboardProposal;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.recipe.ring.RingObjects;
import dev.garrison.session.OffboardingPlan;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code garrison offboard}: proposes or writes a manifest entry, and plans or applies it. */
@Command(name = "offboard")
public final class OffboardCommand implements Callable<Integer> {
  private static final int LONGEST_NAME = 40;

  private final Console console;
  private final Sessions sessions;
  private final Confirmation confirmation;
  private final ManifestUpdate update;

  @Mixin private ManifestOptions options;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Leaving leaving;

  @Option(names = "--package", paramLabel = "FILE")
  private @Nullable Path packageFile;

  @Option(names = "--reason", required = true, paramLabel = "TEXT")
  private String reason;

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Option(names = "--deadline", paramLabel = "DEADLINE")
  private @Nullable String deadline;

  @Option(names = "--max-devices", paramLabel = "N")
  private @Nullable Integer maxDevices;

  @ArgGroup(exclusive = true)
  private @Nullable Answer answer;

  @Option(names = "--without-antivirus", paramLabel = "SERVER", split = ",")
  private List<String> withoutAntivirus = new ArrayList<>();

  @ArgGroup(exclusive = true)
  private Target target = new Target();

  public OffboardCommand(
      Console console,
      Sessions sessions,
      Confirmation confirmation,
      ManifestReader reader,
      Clock clock) {
    this.console = console;
    this.sessions = sessions;
    this.confirmation = confirmation;
    this.update = new ManifestUpdate(reader, clock);
  }

  @Override
  public Integer call() {
    if (target.write) {
      confirmation.requireTerminal(Message.of("confirm.unattended-write"));
    }
    String entry = Optional.ofNullable(name).orElseGet(this::madeName);
    OffboardProposal proposal = proposal(entry);
    try (OpenSession open = options.openAs(sessions, proposal.text());
        TrafficNotice _ = new TrafficNotice(console, open)) {
      Session session = open.session();
      OffboardingPlan plan =
          ReadingNotice.during(console, open, () -> session.offboarding(entry, session.now()));
      show(proposal, plan, session.ringObjects());
      if (target.write) {
        return new AgreedPlan(console, sessions, confirmation)
            .carryOut(
                session,
                plan.planned(),
                (again, asOf) -> again.offboarding(entry, asOf).planned(),
                () -> write(proposal),
                Text.of("offboard.next"));
      }
      return proposed(proposal, plan.planned().plan());
    }
  }

  private OffboardProposal proposal(String entry) {
    return OffboardProposal.of(
        options.manifest(),
        new OffboardProposal.Answers(
            entry,
            Optional.ofNullable(leaving.collection),
            leaving.servers,
            Optional.ofNullable(packageFile),
            Optional.ofNullable(deadline),
            Optional.ofNullable(maxDevices),
            Optional.ofNullable(answer).flatMap(Answer::after),
            withoutAntivirus,
            reason));
  }

  /** Shows the entry, its plan, and what else is pending. */
  private void show(OffboardProposal proposal, OffboardingPlan plan, List<RingObjects> rings) {
    console
        .out()
        .println(
            Text.of(
                    "offboard.add",
                    "file",
                    proposal.file(),
                    "line",
                    String.valueOf(proposal.line()))
                .shown());
    console.out().println();
    proposal.entry().forEach(console.out()::println);
    console.out().println();
    console.out().println(Text.of("offboard.plan").shown());
    console.out().println();
    console.show(PlanView.render(plan.planned().plan(), rings, PlanDetail.WITH_NOTES));
    if (!plan.left().isEmpty()) {
      console.out().println();
      console.out().println(PlanView.counts(Text.of("offboard.left"), plan.left()));
      console.out().println("    " + Text.of("offboard.left-next").shown());
    }
  }

  private int proposed(OffboardProposal proposal, Plan plan) {
    Path out = target.out;
    if (out != null) {
      proposal.write(out);
      console.err().println(Text.of("offboard.written-to", "file", out).shown());
    } else {
      console.err().println(Text.of("offboard.proposed").shown());
    }
    return PlanExit.of(plan);
  }

  private void write(OffboardProposal proposal) {
    Path backup = update.write(proposal);
    console
        .err()
        .println(Text.of("offboard.written", "file", proposal.file(), "backup", backup).shown());
  }

  /** File to write the entry to, by one of these options. */
  private static final class Target {
    @Option(
        names = {"-o", "--out"},
        paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--write")
    private boolean write;
  }

  /** Servers that leave, by one of these. */
  private static final class Leaving {
    @Parameters(paramLabel = "COLLECTION")
    private @Nullable String collection;

    @Option(names = "--server", paramLabel = "NAME", split = ",")
    private List<String> servers = new ArrayList<>();

    private String words() {
      return collection == null ? String.join(" ", servers) : collection;
    }
  }

  /** Answer for the antivirus, by one of these options. */
  private static final class Answer {
    @Option(
        names = "--after-offboarding",
        paramLabel = "ACTION",
        converter = Words.class,
        completionCandidates = Words.class)
    private @Nullable AfterOffboarding after;

    @Option(names = "--uninstall")
    private boolean uninstall;

    private Optional<AfterOffboarding> after() {
      return uninstall ? Optional.of(AfterOffboarding.UNINSTALL_AGENT) : Optional.ofNullable(after);
    }
  }

  /** Words that the option accepts. */
  static final class Words extends WordConverter<AfterOffboarding> {
    Words() {
      super(AfterOffboarding.values());
    }
  }

  /** Makes the entry's name from the characters that a name may contain. */
  private String madeName() {
    String plain =
        leaving.words().replaceAll("[^\\p{L}\\p{N} ._-]", "-").replaceAll("^[ ._-]+", "");
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("[ ._-]+$", "");
  }
}
