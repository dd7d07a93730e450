package dev.garrison.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.connection.resilience.ServerCounts;
import org.junit.jupiter.api.Test;

final class TrafficViewTest {
  @Test
  void onlyWhatHappenedIsSaid() {
    assertThat(TrafficView.line(new ServerCounts("cm01.contoso.example", 412, 3, 0, 0, 0)))
        .isEqualTo("Requests to cm01.contoso.example: 412, 3 repeated.");
  }

  @Test
  void everythingThatHappenedIsSaid() {
    assertThat(TrafficView.line(new ServerCounts("cm02.contoso.example", 40, 3, 1, 2, 1)))
        .isEqualTo(
            "Requests to cm02.contoso.example: 40, 3 repeated, 1 in place of another provider, 2 after waiting for a free place, set aside 1 time after failures in a row.");
    assertThat(TrafficView.line(new ServerCounts("cm02.contoso.example", 40, 0, 0, 0, 2)))
        .isEqualTo(
            "Requests to cm02.contoso.example: 40, set aside 2 times after failures in a row.");
  }
}
