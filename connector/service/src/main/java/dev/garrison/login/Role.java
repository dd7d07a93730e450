package dev.garrison.login;

import dev.garrison.diagnostic.Worded;

/** What a token is good for. Each role may do what the ones before it may. */
public enum Role implements Worded {
  /** Reads everything. */
  VIEWER,
  /** Runs and pauses jobs; halts and resumes rings. */
  OPERATOR,
  /** Lets jobs make changes, and has a plan carried out that a job left. */
  APPROVER;

  @Override
  public String toString() {
    return word();
  }

  /** Whether this role may do what the other one may. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
