package dev.garrison.session;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.apply.Applier;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.Staleness;
import dev.garrison.engine.resource.Address;
import dev.garrison.state.JournalEntry;
import dev.garrison.state.JournalFile;
import dev.garrison.state.Run;
import dev.garrison.state.StoredPlan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Period in which this process is the only writer of the site. */
public final class WriteSession implements AutoCloseable {
  private static final DateTimeFormatter RUN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Session session;
  private final Lease.Held lease;
  private final Runnable permission;

  WriteSession(Session session, Lease.Held lease, Runnable permission) {
    this.session = session;
    this.lease = lease;
    this.permission = permission;
  }

  /** Result of an apply, and the name of the run in the journal. */
  public record Applied(ApplyReport report, String run) {}

  /**
   * Carries out exactly this plan or refuses.
   *
   * @throws dev.garrison.diagnostic.RefusalException when it is stale or expired; nothing was
   *     written
   */
  public Applied apply(StoredPlan stored, ApplyListener listener) {
    Planned fresh = session.confirm(stored);
    return carryOut(
        fresh,
        run(fresh, stored.changeId(), Optional.of(stored.digest()))
            .remarking(fresh.plan().remarks()),
        listener);
  }

  /** Carries out a plan that was made within this session. */
  public Applied carryOut(Planned planned, Optional<String> changeId, ApplyListener listener) {
    return carryOut(planned, run(planned, changeId, Optional.empty()), listener);
  }

  private Applied carryOut(Planned planned, Run run, ApplyListener listener) {
    session.requireInTime(planned.plan());
    try (JournalFile journal = JournalFile.begin(session.json(), session.state(), run)) {
      ApplyReport report =
          new Applier(new LeasedJournal(journal, lease, permission), listener).apply(planned);
      journal.end(report);
      return new Applied(new ApplyReport(report.results(), journal.head()), run.run());
    }
  }

  /**
   * Begins a run that carries out no plan, and whose actions no undo takes back.
   *
   * @param basis the agreed facts; their digest takes the place of a plan's digest
   */
  public Deeds deeds(String basis, Optional<String> changeId) {
    Intent intent = session.source().bare(session.now());
    Run run =
        run(
            intent.manifest(),
            intent.manifestDigest().hex(),
            Sha256.of(basis).hex(),
            changeId,
            Optional.empty());
    return new Deeds(JournalFile.begin(session.json(), session.state(), run), lease, run.run());
  }

  /**
   * A run of deeds, which no undo takes back. Each method returns only when its line is on disk.
   */
  public static final class Deeds implements AutoCloseable {
    private final JournalFile journal;
    private final Lease.Held lease;
    private final String run;

    private Deeds(JournalFile journal, Lease.Held lease, String run) {
      this.journal = journal;
      this.lease = lease;
      this.run = run;
    }

    /**
     * Records that a deed is about to be done.
     *
     * @throws RefusalException when the lease was lost
     */
    public void about(Address subject, String deed, Map<String, String> facts) {
      lease.renew();
      journal.about(subject, deed, facts);
    }

    /** Records the result of a deed. */
    public void told(
        Address subject, String deed, String result, String detail, Map<String, String> facts) {
      journal.told(subject, deed, result, detail, facts);
    }

    /** Ends the run normally. */
    public void end(int done, int failed, int waiting) {
      journal.end(new JournalEntry.End(done, failed, waiting));
    }

    /** The name of the run. */
    public String run() {
      return run;
    }

    /** The digest of the run's newest line. */
    public String head() {
      return journal.head();
    }

    @Override
    public void close() {
      journal.close();
    }
  }

  /**
   * Carries out a plan that a person agreed to, planned again under the lease.
   *
   * @throws RefusalException when the new plan is not the one that was shown
   */
  public Applied carryOutAsShown(Planned shown, Planned fresh, ApplyListener listener) {
    return carryOutAsShown(shown, fresh, Optional.empty(), listener);
  }

  /** Carries out such a plan with a change number for the journal. */
  public Applied carryOutAsShown(
      Planned shown, Planned fresh, Optional<String> changeId, ApplyListener listener) {
    requireAsShown(shown, fresh);
    return carryOut(fresh, changeId, listener);
  }

  /**
   * Refuses a plan that is no longer the one that was shown.
   *
   * @throws RefusalException when it is not; nothing was written
   */
  public static void requireAsShown(Planned shown, Planned fresh) {
    Staleness.of(shown.plan(), fresh.plan())
        .ifPresent(stale -> {
          throw new RefusalException(stale);
        });
  }

  /**
   * Carries out some changes of a plan, which is made again under the lease.
   *
   * @param chosen the changes; each has the objects that it needs in place, or among them
   * @throws RefusalException when the new plan is not the one that they were chosen from
   */
  public Applied carryOutPart(
      Planned shown, Set<Address> chosen, Optional<String> changeId, ApplyListener listener) {
    Planned fresh = session.planAsOf(shown.plan().allowances(), shown.plan().asOf());
    requireAsShown(shown, fresh);
    Planned part = fresh.only(chosen);
    return carryOut(
        part, run(part, changeId, Optional.empty()).remarking(fresh.plan().remarks()), listener);
  }

  private Run run(Planned planned, Optional<String> changeId, Optional<Sha256> agreed) {
    StoredPlan stored = session.stored(planned, changeId, Optional.empty());
    return run(
        planned.plan().manifest(),
        planned.plan().manifestDigest().hex(),
        session.planFiles().digest(stored).hex(),
        changeId,
        agreed);
  }

  private Run run(
      String manifest,
      String manifestDigest,
      String planDigest,
      Optional<String> changeId,
      Optional<Sha256> agreed) {
    Instant now = session.localTime();
    return new Run(
        session
            .state()
            .newRun(
                session.source().siteCode(), RUN.format(now) + "-" + session.operator().process()),
        now,
        session.operator().user(),
        session.operator().host(),
        session.source().identity(),
        session.source().siteCode(),
        manifest,
        manifestDigest,
        planDigest,
        changeId,
        agreed.map(Sha256::hex));
  }

  @Override
  public void close() {
    lease.close();
  }
}
