package dev.garrison.cli.wsus;

import dev.garrison.language.Text;
import dev.garrison.wsus.model.SyncEvent;

/** Text about a server whose latest synchronization failed. */
final class SyncFailureText {
  private SyncFailureText() {}

  /**
   * The failure, with the reason where the server reports it.
   *
   * @param time when it ended, as it is shown there
   */
  static Text of(SyncEvent failed, String time) {
    return failed
        .reason()
        .map(reason -> Text.of("wsus-status.sync-failed-reason", "time", time, "reason", reason))
        .orElse(Text.of("wsus-status.sync-failed", "time", time));
  }
}
