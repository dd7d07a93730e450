package dev.garrison.manifest.job;

import dev.garrison.diagnostic.Worded;

/** What a change means for the servers: that is how a job is allowed to make it (F45). */
public enum ChangeKind implements Worded {
  /** Content, applications, collections and notes of rings: nothing that reaches a server. */
  PREPARE,
  /** A ring that is unhealthy is halted. */
  HALT,
  /** Deployments, assignments, and what changes servers that are targeted already. */
  DEPLOY,
  /** Approvals of the sensor's update, and its licence terms. */
  APPROVE,
  /** Declines, which nobody takes back. */
  DECLINE,
  /** Products that an update server synchronises. */
  SUBSCRIBE
}
