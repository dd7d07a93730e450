package dev.garrison.server.page.job;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.engine.plan.PlannedChange;
import java.util.Locale;

/** Names of the actions of changes. */
final class ActionName {
  private ActionName() {}

  /** Action of a planned change. */
  static String of(PlannedChange change) {
    return switch (change.action()) {
      case NO_OP -> t("page.action.in-place");
      case CREATE -> t("page.action.create");
      case UPDATE -> t("page.action.change");
      case REPLACE -> t("page.action.replace");
      case DELETE -> t("page.action.delete");
      case WAIT -> change.waits() ? t("page.action.waiting") : t("page.action.blocked");
      case MANUAL -> t("page.action.manual");
    };
  }

  /** Action of a write in the journal, which a later version may have written. */
  static String ofJournal(String action) {
    return switch (action) {
      case "CREATE" -> t("page.action.create");
      case "UPDATE" -> t("page.action.update");
      case "REPLACE" -> t("page.action.replace");
      case "DELETE" -> t("page.action.delete");
      default -> action.toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
