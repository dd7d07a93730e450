package dev.garrison.login;

import dev.garrison.diagnostic.Worded;

/** Role of a token. Each role includes the rights of the roles before it. */
public enum Role implements Worded {
  /** Reads all data. */
  VIEWER,
  /** Runs and pauses jobs; halts and resumes rings. */
  OPERATOR,
  /** Lets jobs make changes, and approves plans that jobs left. */
  APPROVER;

  @Override
  public String toString() {
    return word();
  }

  /** Whether this role includes the rights of the other one. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
