package dev.garrison.server.page.fleet;

import dev.garrison.diagnostic.Csv;
import dev.garrison.history.StandingPages.Filter;
import dev.garrison.history.StandingPages.Part;
import dev.garrison.history.StandingPages.Row;
import dev.garrison.server.page.frame.Download;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.reading.ServerList;
import dev.garrison.server.reading.ServerList.Line;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The list of servers as a file. It is read in parts, so that neither all servers are held in
 * memory nor the database waits for a slow network.
 */
final class ServerFile {
  /** Columns are only ever added at the end: spreadsheets refer to them by number. */
  private static final List<String> COLUMNS =
      List.of(
          "server",
          "ring",
          "state",
          "group",
          "operating system",
          "since",
          "antivirus mode",
          "next step",
          "resource id",
          "cause",
          "last contact",
          "contact source");

  private final ServerList servers;
  private final int part;

  /**
   * @param part number of servers that are read together
   */
  ServerFile(ServerList servers, int part) {
    this.servers = servers;
    this.part = part;
  }

  Download download() {
    return new Download(ServerQuery.FILE, this::open);
  }

  private Consumer<PrintWriter> open(PageRequest request) {
    ServerQuery query = ServerQuery.of(request);
    Filter filter = query.filter(servers, request.frame().moment().now());
    return out -> write(query, filter, out);
  }

  private void write(ServerQuery query, Filter filter, PrintWriter out) {
    Csv.line(out, COLUMNS);
    List<Line> lines = next(query, filter, Optional.empty());
    while (!lines.isEmpty() && !out.checkError()) {
      lines.forEach(line -> Csv.line(out, cells(line)));
      lines = next(query, filter, Optional.of(lines.getLast().row()));
    }
  }

  private List<Line> next(ServerQuery query, Filter filter, Optional<Row> after) {
    return servers.next(new Part(filter, query.column(), query.isDescending(), after, part));
  }

  private static List<String> cells(Line line) {
    return List.of(
        line.row().name(),
        line.row().ring(),
        line.row().state(),
        line.group(),
        line.row().system(),
        line.row().since().toString(),
        line.mode().orElse(""),
        line.nextStep().orElse(""),
        String.valueOf(line.row().place().device()),
        line.cause().orElse(""),
        line.row().contact().map(contact -> contact.at().toString()).orElse(""),
        line.row().contact().map(contact -> contact.by().word()).orElse(""));
  }
}
