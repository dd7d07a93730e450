package dev.garrison.manifest.job;

import dev.garrison.diagnostic.Worded;

/** Kind of a change by its effect on servers; a job is allowed to make changes by kind (F45). */
public enum ChangeKind implements Worded {
  /** Content, applications, collections and notes of rings: changes that do not reach a server. */
  PREPARE,
  /** Halt of an unhealthy ring. */
  HALT,
  /** Deployments, assignments, and changes on servers that are already targeted. */
  DEPLOY,
  /** Approvals of the sensor's update, and its license terms. */
  APPROVE,
  /** Declines, which Garrison cannot undo. */
  DECLINE,
  /** Products that an update server synchronizes. */
  SUBSCRIBE
}
