package dev.garrison.cli.view;

import dev.garrison.engine.plan.PlannedChange;
import java.util.Locale;

/** Marks at the beginning of a plan's lines, each with its word. */
enum PlanMark {
  UNCHANGED("="),
  CREATE("+"),
  CHANGE("~"),
  REPLACE("#"),
  DELETE("-"),
  WAITING("."),
  BLOCKED("x"),
  MANUAL("!");

  private final String sign;

  PlanMark(String sign) {
    this.sign = sign;
  }

  static PlanMark of(PlannedChange change) {
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

  /** The mark and its word, as wide for each of them. */
  String head() {
    return "  %s %-9s ".formatted(sign, name().toLowerCase(Locale.ROOT));
  }
}
