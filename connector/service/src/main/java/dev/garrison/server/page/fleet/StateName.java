package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.recorded;
import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.diagnostic.Worded;
import dev.garrison.fleet.ServerState;
import java.util.Locale;

/** Display names of states of servers. */
public final class StateName {
  private StateName() {}

  /** Display name of an identifier; one of a later version is shown as it is, without hyphens. */
  public static String of(String identifier) {
    return Worded.of(ServerState.class, identifier)
        .map(StateName::of)
        .orElseGet(() -> capitalized(identifier.replace('-', ' ')));
  }

  private static String of(ServerState state) {
    return switch (state) {
      case ONBOARDED -> t("page.server-state.onboarded");
      case OTHER_TENANT -> t("page.server-state.other-tenant");
      case SENSOR_STOPPED -> t("page.server-state.sensor-stopped");
      case LOST -> t("page.server-state.lost");
      case OFFBOARDING_PENDING -> t("page.server-state.offboarding-pending");
      case ANTIVIRUS_MODE -> t("page.server-state.antivirus-mode");
      case ANTIVIRUS_DANGER -> t("page.server-state.antivirus-danger");
      case SETTINGS -> t("page.server-state.settings");
      case FAILED -> t("page.server-state.failed");
      case UNCLEAR -> t("page.server-state.unclear");
      case REBOOT_PENDING -> t("page.server-state.reboot-pending");
      case INSTALLING -> t("page.server-state.installing");
      case WAITING_FOR_CONTENT -> t("page.server-state.waiting-for-content");
      case WAITING_FOR_WINDOW -> t("page.server-state.waiting-for-window");
      case WAITING -> t("page.server-state.waiting");
      case ONBOARDING_PENDING -> t("page.server-state.onboarding-pending");
      case NOT_READY -> t("page.server-state.not-ready");
      case AWAITING_POLICY -> t("page.server-state.awaiting-policy");
      case SILENT -> t("page.server-state.silent");
      case LEGACY_SENSOR -> t("page.server-state.legacy-sensor");
      case NOT_TARGETED -> t("page.server-state.not-targeted");
      case NO_INVENTORY -> t("page.server-state.no-inventory");
      case INACTIVE -> t("page.server-state.inactive");
      case NO_CLIENT -> t("page.server-state.no-client");
      case OBSOLETE -> t("page.server-state.obsolete");
      case EXEMPT -> t("page.server-state.exempt");
    };
  }

  /** A recorded clause, to stand alone. */
  static String shown(String recorded) {
    return capitalized(recorded(recorded));
  }

  private static String capitalized(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
