package dev.garrison.login;

import java.util.Arrays;
import java.util.Optional;

/** What a token is good for. Each role may do what the ones before it may. */
public enum Role {
  /** Reads everything. */
  VIEWER("viewer"),
  /** Runs and pauses jobs; halts and resumes rings. */
  OPERATOR("operator"),
  /** Lets jobs make changes, and has a plan carried out that a job left. */
  APPROVER("approver");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** As people and the database read it. */
  public String word() {
    return word;
  }

  @Override
  public String toString() {
    return word;
  }

  /** Whether this role may do what the other one may. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The role of this word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
  }
}
