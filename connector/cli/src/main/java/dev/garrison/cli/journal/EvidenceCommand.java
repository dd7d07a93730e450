package dev.garrison.cli.journal;

import dev.garrison.cli.ExitCode;
import dev.garrison.cli.option.UsageMistake;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ReportOptions;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.plan.ManifestOptions;
import dev.garrison.cli.view.EvidenceView;
import dev.garrison.digest.Sha256;
import dev.garrison.evidence.Evidence;
import dev.garrison.evidence.Period;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.probe.report.ReportFile;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code garrison evidence}: puts together the evidence that an auditor asks for. */
@Command(name = "evidence")
public final class EvidenceCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  private final Console console;
  private final Sessions sessions;
  private final Clock clock;

  @Mixin private ManifestOptions options;

  @Option(names = "--from", paramLabel = "DAY")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY")
  private @Nullable LocalDate to;

  @Option(names = "--last-quarter")
  private boolean lastQuarter;

  @Mixin private RowOptions answer;
  @Mixin private ReportOptions report;

  @Option(names = "--out", paramLabel = "FILE")
  private @Nullable Path out;

  /**
   * @param clock the clock, with the time zone of the days
   */
  public EvidenceCommand(Console console, Sessions sessions, Clock clock) {
    this.console = console;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Period period = period();
    report.refuseExisting();
    if (out != null) {
      ReportFile.refuseExisting(out);
    }
    try (OpenSession open = options.open(sessions)) {
      Evidence evidence = open.session().evidence(period);
      EvidenceAnswer form = EvidenceAnswer.of(evidence);
      answer.print(
          console,
          () -> form,
          EvidenceColumns.ALL,
          () -> EvidenceColumns.rows(evidence),
          () -> EvidenceView.render(evidence));
      report.write(console, () -> EvidenceReport.render(evidence));
      if (out != null) {
        String text = new Json().pretty(form);
        ReportFile.write(out, text);
        console
            .err()
            .println(
                Text.of("evidence.written", "file", out, "digest", Sha256.of(text).hex()).shown());
      }
      return evidence.chain().problems().isEmpty() ? ExitCode.OK : ExitCode.ERROR;
    }
  }

  private Period period() {
    LocalDate today = LocalDate.now(clock);
    if (lastQuarter) {
      if (from != null || to != null) {
        throw mistake(Text.of("usage.quarter"));
      }
      return Period.lastQuarter(today, clock.getZone());
    }
    if (from == null) {
      throw mistake(Text.of("usage.period"));
    }
    LocalDate last = to == null ? today : to;
    if (last.isBefore(from)) {
      throw mistake(Text.of("usage.period-backwards", "first", from, "last", last));
    }
    return new Period(from, last, clock.getZone());
  }

  private UsageMistake mistake(Text problem) {
    return new UsageMistake(spec.commandLine(), problem);
  }
}
