package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.fleet.ServerState.Group;

/** Names of the groups of states. */
final class GroupName {
  private GroupName() {}

  static String of(Group group) {
    return switch (group) {
      case DONE -> t("page.group.onboarded");
      case UNDER_WAY -> t("page.group.in-progress");
      case LOOK -> t("page.group.attention");
      case NOT_READY -> t("page.group.not-ready");
      case SILENT -> t("page.group.no-status");
      case UNTARGETED -> t("page.group.not-targeted");
      case UNREACHABLE -> t("page.group.unreachable");
      case EXCLUDED -> t("page.group.excluded");
    };
  }

  /** Number of servers in a group. */
  static String count(Group group, int servers) {
    return switch (group) {
      case DONE -> t("page.group-count.onboarded", "count", servers);
      case UNDER_WAY -> t("page.group-count.in-progress", "count", servers);
      case LOOK -> t("page.group-count.attention", "count", servers);
      case NOT_READY -> t("page.group-count.not-ready", "count", servers);
      case SILENT -> t("page.group-count.no-status", "count", servers);
      case UNTARGETED -> t("page.group-count.not-targeted", "count", servers);
      case UNREACHABLE -> t("page.group-count.unreachable", "count", servers);
      case EXCLUDED -> t("page.group-count.excluded", "count", servers);
    };
  }
}
