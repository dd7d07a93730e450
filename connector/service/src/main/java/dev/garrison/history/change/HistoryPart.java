package dev.garrison.history.change;

import dev.garrison.diagnostic.Worded;

/** Part of the history, by what a page shows of it. */
public enum HistoryPart implements Worded {
  /** Runs and modes of the jobs. */
  RUNS,
  /** States of servers, rings and updates. */
  STATUS,
  /** Plans that wait for approval. */
  PLANS,
  /** Problems that runs found. */
  FINDINGS,
  /** Deliveries, tokens and problems of the service itself. */
  HEALTH,
  /** Facts that begin with time alone, such as a job that is overdue. */
  TIME
}
