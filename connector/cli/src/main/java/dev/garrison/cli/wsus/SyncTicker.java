package dev.garrison.cli.wsus;

import dev.garrison.cli.output.ScreenText;
import dev.garrison.cli.output.TerminalTime;
import dev.garrison.language.Text;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.wsus.sync.SyncListener;
import dev.garrison.wsus.sync.SyncOutcome;
import java.io.PrintWriter;
import java.time.Clock;

/** Prints a line with the time for each event while synchronizations run. */
final class SyncTicker implements SyncListener {

  private final PrintWriter err;
  private final Clock clock;

  SyncTicker(PrintWriter err, Clock clock) {
    this.err = err;
    this.clock = clock;
  }

  @Override
  public void begun(WsusServer server, boolean ours) {
    say(server, (ours ? Text.of("wsus-sync.begun") : Text.of("wsus-sync.joined")).shown());
  }

  @Override
  public void goesOn(WsusServer server, String progress) {
    say(server, progress);
  }

  @Override
  public void ended(WsusServer server, SyncOutcome outcome) {
    if (!(outcome instanceof SyncOutcome.NotNeeded)) {
      say(server, SyncView.words(outcome).shown());
    }
  }

  private void say(WsusServer server, String what) {
    String time = new TerminalTime(clock.getZone()).tick(clock.instant());
    err.println(ScreenText.text("  %s  %s  %s".formatted(time, server.name(), what)));
  }
}
