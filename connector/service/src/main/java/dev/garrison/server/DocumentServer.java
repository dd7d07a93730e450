package dev.garrison.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.server.api.ServerCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the documentation site to this computer, without sign-in and without the service. */
public final class DocumentServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final DocumentSite site;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private DocumentServer(DocumentSite site, HttpServer server) {
    this.site = site;
    this.server = server;
  }

  /**
   * Starts to serve on a loopback address.
   *
   * @param port 0 for any that is free
   * @throws RefusalException if the port is taken
   */
  public static DocumentServer start(DocumentSite site, int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    try {
      DocumentServer server = new DocumentServer(site, HttpServer.create(address, 0));
      server.server.setExecutor(server.threads);
      server.server.createContext("/", server::answer);
      server.server.start();
      return server;
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              ServerCode.CANNOT_LISTEN,
              Message.of("listener.docs", "port", String.valueOf(port), "reason", e)),
          e);
    }
  }

  /** Address of the first page. */
  public URI url() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      SafeHeaders.FIELDS.forEach(exchange.getResponseHeaders()::set);
      SafeHeaders.OF_PAGES.forEach(exchange.getResponseHeaders()::set);
      if (!METHODS.contains(exchange.getRequestMethod())) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(
            exchange,
            NOT_ALLOWED,
            "text/plain; charset=utf-8",
            text("Only GET and HEAD are allowed."));
        return;
      }
      Optional<DocumentSite.Document> document =
          Optional.ofNullable(exchange.getRequestURI().getPath())
              .filter(path -> path.startsWith("/"))
              .flatMap(path -> site.at(path.substring(1)));
      if (document.isEmpty()) {
        send(exchange, NOT_FOUND, "text/plain; charset=utf-8", text("There is no such page."));
      } else {
        send(exchange, OK, document.get().type(), document.get().bytes());
      }
    }
  }

  private static byte[] text(String line) {
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
