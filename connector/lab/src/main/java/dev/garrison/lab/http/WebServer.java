package dev.garrison.lab.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import javax.net.ServerSocketFactory;
import org.apache.hc.core5.http.ExceptionListener;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.support.BasicHttpServerExpectationDecorator;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.io.CloseMode;

/**
 * HTTP server on one address of this machine. Its answers carry the lab's time, as those of a real
 * server carry that server's. The HTTP server of the JDK cannot be used, because it overwrites the
 * time with the machine's.
 */
public final class WebServer implements AutoCloseable {
  private final HttpServer server;

  /** Handles requests; a request that is not answered ends its connection. */
  @FunctionalInterface
  public interface Handler {
    /** Answers one request, or leaves it without an answer. */
    void handle(Exchange exchange) throws IOException, InterruptedException;
  }

  /**
   * Starts the server.
   *
   * @param place the address; port 0 means a free one
   * @param time the time that the answers carry
   */
  public WebServer(InetSocketAddress place, ToldTime time, Handler handler) {
    HttpResponseInterceptor dated =
        (response, _, _) ->
            time.header().ifPresent(date -> response.setHeader(HttpHeaders.DATE, date));
    HttpProcessor processor =
        HttpProcessorBuilder.create()
            .addAll(new ResponseContent(), new ResponseConnControl(), dated)
            .build();
    HttpService service =
        HttpService.builder()
            .withHttpProcessor(processor)
            .withHttpServerRequestHandler(
                new BasicHttpServerExpectationDecorator(
                    (request, trigger, _) -> serve(handler, new Exchange(request, trigger))))
            .build();
    this.server =
        new HttpServer(
            place.getPort(),
            service,
            place.getAddress(),
            SocketConfig.DEFAULT,
            ServerSocketFactory.getDefault(),
            new DefaultBHttpServerConnectionFactory(
                "http", Http1Config.DEFAULT, CharCodingConfig.DEFAULT),
            null,
            null,
            new Closing());
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot listen on the loopback address", e);
    }
  }

  private static void serve(Handler handler, Exchange exchange) throws IOException {
    try {
      handler.handle(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.requireAnswered();
  }

  /** Address of the server. */
  public InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  /** Stops answering. Open connections are closed. */
  @Override
  public void close() {
    server.close(CloseMode.IMMEDIATE);
  }

  /** Closes a connection whose exchange failed as a server closes it, without a reset. */
  private static final class Closing implements ExceptionListener {
    @Override
    public void onError(Exception cause) {
      // The listening socket was closed.
    }

    @Override
    public void onError(HttpConnection connection, Exception cause) {
      connection.close(CloseMode.GRACEFUL);
    }
  }
}
