package dev.garrison.manifest.job;

/** What a change means for the servers: that is how a job is allowed to make it (F45). */
public enum ChangeKind {
  /** Content, applications, collections and notes of rings: nothing that reaches a server. */
  PREPARE("prepare"),
  /** A ring that is unhealthy is halted. */
  HALT("halt"),
  /** Deployments, assignments, and what changes servers that are targeted already. */
  DEPLOY("deploy"),
  /** Approvals of the sensor's update, and its licence terms. */
  APPROVE("approve"),
  /** Declines, which nobody takes back. */
  DECLINE("decline"),
  /** Products that an update server synchronises. */
  SUBSCRIBE("subscribe");

  private final String word;

  ChangeKind(String word) {
    this.word = word;
  }

  /** As the manifest spells it. */
  public String word() {
    return word;
  }
}
