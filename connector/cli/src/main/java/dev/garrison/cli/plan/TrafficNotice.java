package dev.garrison.cli.plan;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.TrafficView;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.session.Sessions.OpenSession;
import java.util.List;
import java.util.function.Supplier;

/** Says at the end of a command what was out of the ordinary with the servers it asked. */
public final class TrafficNotice implements AutoCloseable {
  private final Console console;
  private final Supplier<List<ServerCounts>> traffic;

  /** For what this session asks. */
  public TrafficNotice(Console console, OpenSession open) {
    this.console = console;
    this.traffic = open.traffic();
  }

  @Override
  public void close() {
    console.out().flush();
    traffic.get().stream()
        .filter(ServerCounts::isRemarkable)
        .map(TrafficView::line)
        .forEach(console.err()::println);
  }
}
