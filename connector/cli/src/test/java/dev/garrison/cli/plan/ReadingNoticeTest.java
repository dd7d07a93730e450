package dev.garrison.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.output.Console;
import dev.garrison.connection.resilience.ServerCounts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadingNoticeTest {
  private static final String REST = "\u001b[K";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<ServerCounts> counts = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;

  private static ServerCounts requests(String server, long requests) {
    return new ServerCounts(server, requests, 0, 0, 0, 0);
  }

  private ReadingNotice notice() {
    return new ReadingNotice(
        new Console(new PrintWriter(out), new PrintWriter(err), true), () -> counts, () -> elapsed);
  }

  private String printed() {
    String text = err.toString();
    err.getBuffer().setLength(0);
    return text;
  }

  @Test
  void theCountsAreRewrittenInPlaceAndGoneWhenEverythingIsRead() {
    ReadingNotice notice = notice();
    assertThat(printed()).isEqualTo("\rReading ...  0m 00s" + REST);
    counts.add(requests("cm01.contoso.example", 41));
    counts.add(requests("cm02.contoso.example", 0));
    counts.add(requests("wsus01.contoso.example", 1));
    elapsed = Duration.ofSeconds(63);
    notice.tick();
    assertThat(printed())
        .isEqualTo(
            "\rReading: 41 requests to cm01.contoso.example, 1 request to wsus01.contoso.example  1m 03s"
                + REST);
    notice.close();
    assertThat(printed()).isEqualTo("\r" + REST);
    notice.tick();
    assertThat(printed()).isEmpty();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aLongLineIsCut() {
    ReadingNotice notice = notice();
    for (int number = 0; number < 9; number++) {
      counts.add(requests("server" + number, 10));
    }
    printed();
    notice.tick();
    assertThat(printed()).endsWith("..." + REST).hasSize(1 + 110 + REST.length());
  }
}
