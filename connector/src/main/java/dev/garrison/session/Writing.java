package dev.garrison.session;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.apply.Applier;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.Staleness;
import dev.garrison.record.JournalFile;
import dev.garrison.record.Run;
import dev.garrison.record.StoredPlan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The time in which this process is the site's one writer. */
public final class Writing implements AutoCloseable {
  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Session session;
  private final Lease.Held lease;

  Writing(Session session, Lease.Held lease) {
    this.session = session;
    this.lease = lease;
  }

  /** What an apply did, and under which name its journal is kept. */
  public record Applied(ApplyReport report, String run) {}

  /**
   * Carries out exactly this plan or refuses.
   *
   * @throws dev.garrison.diagnostic.RefusalException when it is stale or expired; nothing was
   *     written
   */
  public Applied apply(StoredPlan stored, ApplyListener listener) {
    return carryOut(session.confirm(stored), stored.changeId(), listener);
  }

  /** Carries out a plan that was made within this writing. */
  public Applied carryOut(Planned planned, Optional<String> changeId, ApplyListener listener) {
    Run run = run(planned, changeId);
    try (JournalFile journal = JournalFile.begin(session.json(), session.state(), run)) {
      ApplyReport report = new Applier(new LeasedJournal(journal, lease), listener).apply(planned);
      journal.end(report);
      return new Applied(new ApplyReport(report.results(), journal.head()), run.run());
    }
  }

  /**
   * Carries out a plan that a person agreed to, planned again under the lease.
   *
   * @throws RefusalException when the fresh plan is not the one that was shown
   */
  public Applied carryOutAsShown(Planned shown, Planned fresh, ApplyListener listener) {
    Staleness.of(shown.plan(), fresh.plan())
        .ifPresent(stale -> {
          throw new RefusalException(stale);
        });
    return carryOut(fresh, Optional.empty(), listener);
  }

  private Run run(Planned planned, Optional<String> changeId) {
    Instant now = session.now();
    StoredPlan stored = session.stored(planned, changeId, Optional.empty());
    return new Run(
        RUN.format(now) + "-" + session.operator().process(),
        now,
        session.operator().user(),
        session.operator().host(),
        session.source().identity(),
        session.source().siteCode(),
        planned.plan().manifest(),
        planned.plan().manifestDigest().hex(),
        session.planFiles().digest(stored).hex(),
        changeId);
  }

  @Override
  public void close() {
    lease.close();
  }
}
