package dev.garrison.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.trial.TrialJobs;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code serve} does not listen. */
final class ServeListenIT {
  @TempDir private Path folder;
  private final List<String> events = new ArrayList<>();
  private TrialSite site;

  @BeforeEach
  void start() {
    site = new TrialSite("2107-rollup", folder);
    new TrialJobs(site).schedule("job: expiry, every: 6h");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private String refusal(String listen) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int exit =
        new CommandLineProgram(
                console,
                "test",
                List.of(
                    new ServeCommand(
                        console,
                        new TrialJobs(site).schedules(),
                        "test",
                        Optional::empty,
                        (kind, text) -> events.add(kind + " " + text))))
            .run("serve", "--listen", listen, "-f", site.manifest().file().toString());
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    return err.toString();
  }

  @Test
  void aPortThatIsTakenIsToldBeforeAnyJobRuns() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(refusal("127.0.0.1:" + taken.getLocalPort()))
          .isEqualTo(
              """
              error: The service can't listen on 127.0.0.1:%d: Address already in use. [GAR-1081]
                Fix: Set another address with \"server.listen\" or --listen, or use \"--listen none\".
              """
                  .formatted(taken.getLocalPort()));
    }
    try (var schedule = new TrialJobs(site).open()) {
      assertThat(schedule.history().runs().latest(Optional.empty(), 1)).isEmpty();
    }
  }

  @Test
  void othersAreNotServedWithoutACertificate() throws IOException {
    assertThat(refusal("0.0.0.0:8740"))
        .isEqualTo(
            """
            error: Other computers can reach 0.0.0.0:8740, but the service has no certificate. [GAR-1095]
              Fix: Listen on a loopback address, for example 127.0.0.1:8740, or set "server.certificate" and "server.key" in the
                   manifest.
            """);
  }

  @Test
  void aRefusedStartIsAnEntryInTheEventLog() {
    refusal("8740");

    assertThat(events)
        .containsExactly(
            "START_REFUSED \"8740\" isn't in the form HOST:PORT. Listen on a loopback address, for example 127.0.0.1:8740, or set \"server.certificate\" and \"server.key\" in the manifest. [LISTEN_UNSAFE GAR-1095]");
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThat(refusal("8740"))
        .isEqualTo(
            """
            error: \"8740\" isn't in the form HOST:PORT. [GAR-1095]
              Fix: Listen on a loopback address, for example 127.0.0.1:8740, or set "server.certificate" and "server.key" in the
                   manifest.
            """);
  }
}
