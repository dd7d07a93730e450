package dev.garrison.cli.view;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.language.Text;
import java.util.Arrays;

/** Marks at the beginning of an apply's lines, each with its word. */
enum ApplyMark {
  CREATED("+", "apply.created"),
  CHANGED("~", "apply.changed"),
  TAGGED("~", "apply.tagged"),
  DELETED("-", "apply.deleted"),
  WRITING("+", "apply.writing"),
  BEGUN(".", "apply.begun"),
  WAITING(".", "apply.waiting"),
  BLOCKED("x", "apply.blocked"),
  MANUAL("!", "apply.manual"),
  SKIPPED("x", "apply.skipped"),
  NOT_TRIED("x", "apply.not-tried"),
  FAILED("x", "apply.failed-object");

  private final String sign;
  private final String key;

  ApplyMark(String sign, String key) {
    this.sign = sign;
    this.key = key;
  }

  private String word() {
    return Text.of(key).shown();
  }

  /** The mark and its word, as wide for each of them. */
  String head() {
    int width = Cells.widest(Arrays.stream(values()).map(ApplyMark::word));
    return "  " + sign + " " + ScreenText.padded(word(), width) + " ";
  }
}
