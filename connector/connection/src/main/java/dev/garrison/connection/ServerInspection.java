package dev.garrison.connection;

import dev.garrison.connection.signin.Negotiation;
import dev.garrison.connection.tls.Handshake;
import dev.garrison.connection.tls.Trust;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * Inspects a server from outside, step by step, without signing in. Requests are sent only over a
 * connection whose certificate is trusted.
 */
public final class ServerInspection {
  private final ConnectionPolicy policy;
  private final InstantSource clock;

  /**
   * @param allowPlainHttp whether the user accepts http to a machine other than this one
   */
  public ServerInspection(
      Trust trust, boolean allowPlainHttp, Timeouts timeouts, InstantSource clock) {
    this.policy =
        new ConnectionPolicy(new Authentication.Anonymous(), trust, allowPlainHttp, timeouts);
    this.clock = clock;
  }

  /**
   * A port that accepted a connection.
   *
   * @param address the address of the host that accepted it
   * @param took duration of connecting
   */
  public record OpenPort(InetSocketAddress address, Duration took) {}

  /**
   * Answer of a server to a request without a sign-in.
   *
   * @param clock the reading of its clock; empty where it does not send its time
   * @param offers the names of the sign-in schemes that it offers, or {@code nothing}
   */
  public record Greeting(int status, Optional<ClockReading> clock, String offers) {}

  /** The port of an address. */
  public static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return isPlain(address) ? 80 : 443;
  }

  /** Whether the address does not use TLS. */
  public static boolean isPlain(URI address) {
    return "http".equalsIgnoreCase(address.getScheme());
  }

  /** Whether the address, as written, is this computer. */
  public boolean isThisMachine(URI address) {
    return ConnectionPolicy.isLoopback(address.getHost());
  }

  /** Reason why this address may not be used, if there is one. */
  public Optional<Diagnostic> objection(URI address) {
    return policy.objection(address);
  }

  /**
   * The addresses of the host, in the order in which they are tried.
   *
   * @throws TransportException if it has none
   */
  public List<InetAddress> resolve(URI address) {
    try {
      return List.of(InetAddress.getAllByName(address.getHost()));
    } catch (UnknownHostException e) {
      throw TransportException.of(e, false);
    }
  }

  /**
   * Connects, and closes the connection.
   *
   * @throws TransportException if no address accepts a connection
   */
  public OpenPort open(URI address) {
    long begun = System.nanoTime();
    try (Socket socket = connect(address)) {
      return new OpenPort(
          new InetSocketAddress(socket.getInetAddress(), socket.getPort()),
          Duration.ofNanos(System.nanoTime() - begun));
    } catch (IOException e) {
      throw TransportException.of(e, false);
    }
  }

  /**
   * Reads the certificate; sends no request.
   *
   * @throws TransportException if the connection fails for another reason than TLS
   * @throws RefusalException if a file of certificates cannot be used
   */
  public Handshake handshake(URI address) {
    try {
      Socket socket = connect(address);
      socket.setSoTimeout(Math.toIntExact(policy.timeouts().response().toMillis()));
      return Handshake.make(policy.trust(), socket, address.getHost(), port(address));
    } catch (IOException e) {
      throw TransportException.of(e, false);
    }
  }

  private Socket connect(URI address) throws IOException {
    IOException last = new UnknownHostException(address.getHost());
    for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
      Socket socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(each, port(address)),
            Math.toIntExact(policy.timeouts().connect().toMillis()));
        return socket;
      } catch (SocketTimeoutException e) {
        socket.close();
        last = new ConnectTimeoutException(e.getMessage());
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  /**
   * Sends a request for the address without signing in.
   *
   * @throws TransportException if no answer arrives
   * @throws RefusalException if the identity of the server could not be proven, or the address may
   *     not be used
   */
  public Greeting greet(URI address) {
    policy
        .objection(address)
        .ifPresent(objection -> {
          throw new RefusalException(objection);
        });
    try (HttpTransport transport = new HttpTransport(policy, 1)) {
      ServerClock.Question asked = new ServerClock(address.getAuthority(), clock).ask();
      return transport.send(
          new HttpCall(
              "GET", address, "application/json", Optional.empty(), policy.timeouts().response()),
          answer -> greeting(answer, asked));
    }
  }

  private static Greeting greeting(HttpAnswer answer, ServerClock.Question asked) {
    return new Greeting(answer.status(), asked.reading(answer), offered(answer));
  }

  private static String offered(HttpAnswer answer) {
    List<String> names = new Negotiation(answer.server().challenges()).offered();
    return names.isEmpty() ? "nothing" : String.join(", ", names);
  }
}
