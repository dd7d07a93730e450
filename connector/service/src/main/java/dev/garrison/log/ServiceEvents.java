package dev.garrison.log;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import dev.garrison.diagnostic.Worded;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.job.JobRun;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.schedule.JobListener;
import dev.garrison.server.ServerListener;
import dev.garrison.webhook.NoticeListener;
import java.time.Duration;
import java.util.List;

/** Writes events of the service, of its jobs, and of HTTP requests to the log files. */
public final class ServiceEvents implements JobListener, NoticeListener, ServerListener {
  private static final String SERVICE = "service";
  private static final String RUNS = "run";
  private static final String API = "api";
  private static final int FAULT = 500;
  private static final int REFUSED = 400;

  private final ServiceLog log;

  public ServiceEvents(ServiceLog log) {
    this.log = log;
  }

  /** Logs an event of the service itself, such as its start or its end. */
  public void service(String sentence) {
    log.say(SERVICE, Severity.NOTE, sentence);
  }

  /** Logs a problem that kept the service from its work. */
  public void service(Diagnostic diagnostic) {
    log.say(SERVICE, diagnostic);
  }

  @Override
  public void begun(JobRun run) {
    log.enter(run.job().word(), run.id());
    say(
        run,
        Severity.NOTE,
        "Run %d of job '%s' began: %s, mode %s, by %s."
            .formatted(
                run.id(),
                run.job().word(),
                run.reason().word(),
                run.mode().word(),
                run.startedBy()));
  }

  @Override
  public void ended(JobRun run) {
    JobOutcome outcome = run.outcome().orElse(JobOutcome.INTERRUPTED);
    for (Finding finding : run.findings()) {
      log.say(
          RUNS,
          severity(finding.severity()),
          "%s %s".formatted(finding.problem(), finding.remedy()),
          run.job().word(),
          run.id(),
          finding.code());
    }
    run.journals()
        .forEach(journal ->
            say(
                run,
                Severity.NOTE,
                "The journal of %s ends with the head %s."
                    .formatted(journal.run(), journal.head())));
    say(
        run,
        severity(outcome),
        "Run %d of job '%s' ended after %d s, %s: %s."
            .formatted(
                run.id(),
                run.job().word(),
                run.ended().map(end -> Duration.between(run.started(), end).toSeconds()).orElse(0L),
                outcome.word(),
                run.summary()));
    log.leave();
  }

  private void say(JobRun run, Severity severity, String sentence) {
    log.say(RUNS, severity, sentence, run.job().word(), run.id());
  }

  private static Severity severity(JobOutcome outcome) {
    return switch (outcome) {
      case DONE, PENDING, WAITING, STOPPED -> Severity.NOTE;
      case FINDINGS, BUSY -> Severity.WARNING;
      case FAILED, INTERRUPTED -> Severity.ERROR;
    };
  }

  /** The severity from its name in the history. */
  private static Severity severity(String word) {
    return Worded.of(Severity.class, word).orElse(Severity.ERROR);
  }

  @Override
  public void told(Diagnostic diagnostic) {
    log.say("webhook", diagnostic);
  }

  @Override
  public void answered(Exchange exchange) {
    Severity severity =
        exchange.status() >= FAULT
            ? Severity.ERROR
            : exchange.status() >= REFUSED ? Severity.WARNING : Severity.NOTE;
    String what =
        "%s from %s: %s %s, answered %d"
            .formatted(
                exchange.who(),
                exchange.address(),
                exchange.method(),
                exchange.path(),
                exchange.status());
    exchange
        .problem()
        .ifPresentOrElse(
            problem ->
                log.say(
                    API,
                    new Diagnostic(
                        problem.code(),
                        severity,
                        new Message(
                            Text.verbatim("%s. %s".formatted(what, problem.problem())),
                            problem.message().fix()),
                        problem.where())),
            () -> log.say(API, severity, what + "."));
  }

  /** Logs a request that ended in an internal error. */
  public void fault(String line) {
    log.say(API, Severity.ERROR, line);
  }

  @Override
  public List<String> problems() {
    return log.problem().map(_ -> Text.of("service-problem.log").toString()).stream().toList();
  }
}
