package dev.garrison.history;

import dev.garrison.json.Json;
import dev.garrison.login.TokenStore;

/**
 * All parts of the history of jobs.
 *
 * @param modes the mode of each job
 * @param runs the runs and their results
 * @param standings states of the servers over time
 * @param pages states of the servers at the last check, a page at a time
 * @param rings states of the rings at the last check
 * @param updates the sensor's updates at the last check
 * @param antivirus antivirus of the servers at the last check
 * @param reports reports of the servers at the last check
 * @param facts problems that runs found, until a later run finds them solved
 * @param outbox messages to webhooks
 * @param tokens access tokens of the service
 */
public record History(
    JobModes modes,
    RunHistory runs,
    StandingHistory standings,
    StandingPages pages,
    RingLooks rings,
    UpdateLooks updates,
    AntivirusHistory antivirus,
    ServerReports reports,
    ProblemHistory facts,
    Outbox outbox,
    TokenStore tokens) {
  /** Opens all parts on an open database. */
  public History(HistoryDatabase database) {
    this(
        new JobModes(database),
        new RunHistory(database, new Json()),
        new StandingHistory(database),
        new StandingPages(database),
        new RingLooks(database, new Json()),
        new UpdateLooks(database, new Json()),
        new AntivirusHistory(database, new Json()),
        new ServerReports(database, new Json()),
        new ProblemHistory(database),
        new Outbox(database),
        new KeptTokens(database));
  }
}
