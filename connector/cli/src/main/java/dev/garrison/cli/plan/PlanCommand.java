package dev.garrison.cli.plan;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.ReportOptions;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.cli.view.PlanReport;
import dev.garrison.cli.view.PlanView;
import dev.garrison.language.Text;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.state.StoredPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code garrison plan}: shows the necessary changes without making any. */
@Command(name = "plan")
public final class PlanCommand implements Callable<Integer> {
  private final Console console;
  private final Sessions sessions;

  @Mixin private ManifestOptions options;
  @Mixin private PartOption part = new PartOption();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE")
  private @Nullable Path out;

  @Mixin private ReportOptions report;

  @Option(names = "--change", paramLabel = "ID")
  private @Nullable String change;

  @Option(names = "--expires", paramLabel = "DURATION")
  private @Nullable Duration expires;

  @Mixin private AllowanceOptions allowances = new AllowanceOptions();

  @Mixin private DetailOptions detail = new DetailOptions();
  @Mixin private RowOptions answer;

  public PlanCommand(Console console, Sessions sessions) {
    this.console = console;
    this.sessions = sessions;
  }

  @Override
  public Integer call() {
    report.refuseExisting();
    try (OpenSession open = options.open(sessions, part);
        TrafficNotice _ = new TrafficNotice(console, open)) {
      Session session = open.session();
      var planned = ReadingNotice.during(console, open, () -> session.plan(allowances.given()));
      StoredPlan plan =
          session.stored(
              planned,
              Optional.ofNullable(change),
              Optional.ofNullable(expires).map(planned.plan().asOf()::plus));
      answer.print(
          console,
          to -> to.print(session.planFiles().text(plan)),
          to -> PlanColumns.ALL.print(to, PlanColumns.rows(plan.plan())::forEach),
          to -> {
            console.show(
                PlanView.render(
                    plan.plan(), session.ringObjects(), detail.detail(session, plan.plan())));
            open.share().get().ifPresent(to::println);
          });
      if (out != null) {
        session.planFiles().write(out, plan);
        console.err().println(Text.of("plan.saved", "file", out).shown());
        console.err().println(PlanLife.of(plan, expires != null).line(console.time()));
        console.err().println(Text.of("plan.digest", "digest", plan.digest()).shown());
      }
      report.write(
          console,
          () ->
              PlanReport.render(
                  plan,
                  session.ringObjects(),
                  planned.rollbacks(),
                  session.rosters(),
                  console.time()));
      return PlanExit.ofNext(plan.plan());
    }
  }
}
