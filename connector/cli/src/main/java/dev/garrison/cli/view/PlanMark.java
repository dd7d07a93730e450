package dev.garrison.cli.view;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.language.Text;
import java.util.Arrays;

/** Marks at the beginning of a plan's lines, each with its word. */
enum PlanMark {
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

  private String word() {
    return Text.of(key).shown();
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
    int width = Cells.widest(Arrays.stream(values()).map(PlanMark::word));
    return "  " + sign + " " + ScreenText.padded(word(), width) + " ";
  }
}
