package dev.garrison.cli.output;

import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** An answer with a line for each server, written as it is made: there may be very many. */
public final class StreamedServers {
  private final Json json = new Json();
  private final PrintWriter out;

  /** Writes there. */
  public StreamedServers(PrintWriter out) {
    this.out = out;
  }

  /**
   * Writes one document.
   *
   * @param head everything but the servers
   * @param servers hands over one after the other
   */
  public void print(JsonForm head, Consumer<Consumer<JsonForm>> servers) {
    String text = json.canonical(head);
    out.print(text.substring(0, text.length() - 1));
    out.print(",\"servers\":[");
    String[] before = {"\n"};
    servers.accept(server -> {
      out.print(before[0]);
      out.print(json.canonical(server));
      before[0] = ",\n";
    });
    out.print("\n]}\n");
  }
}
