package dev.garrison.review;

import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.language.Text;

/** Marks of a plan's changes, each with its word. */
public enum PlanMark {
  UNCHANGED("=", "plan.unchanged"),
  CREATE("+", "plan.create"),
  CHANGE("~", "plan.change"),
  REPLACE("#", "plan.replace"),
  DELETE("-", "plan.delete"),
  WAITING(".", "plan.waiting"),
  BLOCKED("x", "plan.blocked"),
  MANUAL("!", "plan.manual");

  private final String sign;
  private final String key;

  PlanMark(String sign, String key) {
    this.sign = sign;
    this.key = key;
  }

  /** One character. */
  public String sign() {
    return sign;
  }

  public String word() {
    return Text.of(key).shown();
  }

  /** The mark of a change. */
  public static PlanMark of(PlannedChange change) {
    return switch (change.action()) {
      case NO_OP -> UNCHANGED;
      case CREATE -> CREATE;
      case UPDATE -> CHANGE;
      case REPLACE -> REPLACE;
      case DELETE -> DELETE;
      case WAIT -> change.waits() ? WAITING : BLOCKED;
      case MANUAL -> MANUAL;
    };
  }
}
