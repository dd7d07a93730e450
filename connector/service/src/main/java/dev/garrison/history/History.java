package dev.garrison.history;

import dev.garrison.json.Json;
import dev.garrison.login.TokenStore;

/**
 * All that is kept of jobs.
 *
 * @param modes how far each job may go
 * @param runs what came of runs
 * @param standings where servers stood
 * @param pages where they stand since the last look, a page at a time
 * @param rings where the rings stood at the last look
 * @param updates what the sensor's updates looked like last
 * @param facts what runs found wrong, and no later run found right
 * @param outbox messages to webhooks
 * @param tokens who may ask the service
 */
public record History(
    JobModes modes,
    RunHistory runs,
    StandingHistory standings,
    StandingPages pages,
    RingLooks rings,
    UpdateLooks updates,
    ProblemHistory facts,
    Outbox outbox,
    TokenStore tokens) {
  /** What an open database has of it. */
  public History(HistoryDatabase database) {
    this(
        new JobModes(database),
        new RunHistory(database, new Json()),
        new StandingHistory(database),
        new StandingPages(database),
        new RingLooks(database, new Json()),
        new UpdateLooks(database, new Json()),
        new ProblemHistory(database),
        new Outbox(database),
        new KeptTokens(database));
  }
}
