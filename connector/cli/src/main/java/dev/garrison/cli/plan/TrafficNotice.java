package dev.garrison.cli.plan;

import dev.garrison.cli.output.Console;
import dev.garrison.cli.view.TrafficView;
import dev.garrison.connection.resilience.ServerCounts;
import dev.garrison.session.Sessions.OpenSession;
import java.util.List;
import java.util.function.Supplier;

/** Reports unusual traffic with servers at the end of a command. */
public final class TrafficNotice implements AutoCloseable {
  private final Console console;
  private final Supplier<List<ServerCounts>> traffic;

  /** Creates a notice for the requests of this session. */
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
