package dev.garrison.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.demo.DemoCompany.Ring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCompanyTest {
  @TempDir private Path folder;

  @Test
  void theCompanyIsTheSameEachTime() throws IOException {
    String first = Files.readString(new DemoCompany().site(folder));
    assertThat(Files.readString(new DemoCompany().site(folder))).isEqualTo(first);
    assertThat(first.lines().filter(line -> line.contains("client: \""))).hasSize(400);
  }

  @Test
  void onlyTheLastRingHasMoreFailuresThanItsGateAllows() {
    DemoCompany company = new DemoCompany();
    assertThat(company.failing(Ring.PILOT)).isEmpty();
    assertThat(company.failing(Ring.EARLY)).hasSize(3);
    assertThat(company.failing(Ring.BROAD)).hasSize(8);
    assertThat(company.failing(Ring.PASSIVE)).hasSize(2);
    assertThat(company.failing(Ring.CRITICAL)).hasSize(14);
  }

  @Test
  void theLastDayOfThePastIsOverOrPastNoon() {
    for (String now : new String[] {"2026-11-30T03:38:00Z", "2026-11-29T12:00:00Z"}) {
      assertThat(DemoPast.start(Instant.parse(now)).plus(Duration.ofDays(89)))
          .isEqualTo("2026-11-29T00:00:00Z");
    }
  }
}
