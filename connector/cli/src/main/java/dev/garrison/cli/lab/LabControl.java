package dev.garrison.cli.lab;

import dev.garrison.cli.option.TimeConverters;
import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.lab.Lab;
import dev.garrison.lab.http.Answer;
import dev.garrison.lab.http.Answering;
import dev.garrison.lab.http.Exchange;
import dev.garrison.lab.http.WebServer;
import dev.garrison.lab.wsus.UpdateServer;
import dev.garrison.language.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * Control of a running lab over HTTP on a loopback address, for holders of its token.
 *
 * <p>Bodies are the words of the command line, such as {@code 3d} for {@code /advance}. Each answer
 * is the state afterwards as JSON.
 */
final class LabControl implements WebServer.Handler, AutoCloseable {
  /** Longest step of the clock. */
  private static final Duration LONGEST = Duration.ofDays(90);

  private static final int MOST_BODY_BYTES = 4096;
  private static final int TOKEN_BYTES = 32;
  private static final String JSON = "application/json";

  private final Lab lab;
  private final int speed;
  private final LabFaults faults;
  private final String token;
  private final WebServer server;
  private final Answering answering = new Answering();

  /**
   * @param speed of the lab's clock
   */
  LabControl(Lab lab, int speed, LabFaults faults, SecureRandom random) {
    this.lab = lab;
    this.speed = speed;
    this.faults = faults;
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    this.token = HexFormat.of().formatHex(bytes);
    this.server =
        new WebServer(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), lab.time(), this);
  }

  /** Address of the control, and its token. */
  ServedAddress address() {
    return new ServedAddress("http://127.0.0.1:" + server.address().getPort(), token);
  }

  @Override
  public void handle(Exchange exchange) throws IOException {
    byte[] body = exchange.body(MOST_BODY_BYTES + 1);
    answering.serve(exchange, () -> answer(exchange, body));
  }

  private Answer answer(Exchange exchange, byte[] body) {
    if (!admits(exchange.header("Authorization"))) {
      return refusal(401, "The token of lab.json is required: Authorization: Bearer TOKEN");
    }
    if (body.length > MOST_BODY_BYTES) {
      return refusal(413, "The body is longer than %d bytes.".formatted(MOST_BODY_BYTES));
    }
    String text = new String(body, StandardCharsets.UTF_8).strip();
    try {
      switch (exchange.method() + " " + exchange.path()) {
        case "GET /status" -> {}
        case "POST /advance" -> advance(TimeConverters.duration(text));
        case "POST /upgrade" -> upgrade(text);
        case "POST /fault" -> faults.cause(LabFault.of(text));
        case "DELETE /fault" -> end(text);
        default -> {
          return refusal(
              404,
              "There are: GET /status, POST /advance, POST /upgrade, POST /fault, DELETE /fault.");
        }
      }
    } catch (TypeConversionException wrong) {
      return refusal(400, String.valueOf(wrong.getMessage()));
    }
    return json(200, status());
  }

  private boolean admits(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }

  private void advance(Duration time) {
    if (time.compareTo(LONGEST) > 0) {
      throw new ValueRefusal(Text.of("lab.advance-limit"));
    }
    lab.clock().advance(time);
  }

  private void end(String fault) {
    if (fault.isEmpty()) {
      faults.clear();
    } else {
      faults.end(LabFault.of(fault));
    }
  }

  private void upgrade(String release) {
    List<String> later = lab.laterReleases();
    if (!later.contains(release)) {
      throw new ValueRefusal(
          later.isEmpty()
              ? Text.of("lab.upgrade-newest", "release", release)
              : Text.of("lab.upgrade-other", "release", release, "later", later));
    }
    lab.upgradeWithClients(release);
  }

  private LabStatus status() {
    return new LabStatus(
        lab.adminService().toString(),
        faults.texts(),
        lab.laterReleases(),
        speed,
        lab.clock().instant(),
        lab.hasUpdateServers()
            ? lab.updateServers().all().stream()
                .map(UpdateServer::url)
                .map(Object::toString)
                .toList()
            : List.of(),
        lab.version());
  }

  private static Answer refusal(int status, String text) {
    return json(status, new LabRefusal(text));
  }

  private static Answer json(int status, JsonForm form) {
    return Answer.text(status, JSON, new Json().canonical(form) + "\n");
  }

  @Override
  public void close() {
    server.close();
  }
}
