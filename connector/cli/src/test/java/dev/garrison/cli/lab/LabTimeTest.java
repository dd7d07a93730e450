package dev.garrison.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The clock of a lab is for no other site. */
final class LabTimeTest {
  private static final URI HERE = URI.create("http://127.0.0.1:18443/AdminService");
  private static final URI REAL = URI.create("https://cm01.contoso.example/AdminService");

  @Test
  void aSiteOnAnotherComputerIsRefusedWhileALabIsFollowed() {
    assertThatThrownBy(
            () -> LabTime.requireSimulated(Map.of("GARRISON_LAB", "lab"), List.of(HERE, REAL)))
        .hasMessage(
            "GARRISON_LAB is set, but https://cm01.contoso.example/AdminService isn't a simulated site on this computer. Unset GARRISON_LAB. While the variable is set, Garrison uses the time of the simulated site. [LAB_REFUSED GAR-1070]");
  }

  @Test
  void betweenTwoRequestsOnlyOtherSitesAreSpared() throws InterruptedException {
    List<Duration> waited = new ArrayList<>();
    LabTime.between(Map.of("GARRISON_LAB", "lab"), waited::add).pause(Duration.ofMillis(250));
    LabTime.between(Map.of("GARRISON_LAB", ""), waited::add).pause(Duration.ofSeconds(1));
    LabTime.between(Map.of(), waited::add).pause(Duration.ofSeconds(2));
    assertThat(waited).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aCommandThatIsInterruptedEndsWithoutTheWaitToo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() ->
            LabTime.between(Map.of("GARRISON_LAB", "lab"), _ -> {}).pause(Duration.ofSeconds(30)))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aLabAndASiteWithoutALabAreServed() {
    assertThatCode(
            () -> {
              LabTime.requireSimulated(Map.of("GARRISON_LAB", "lab"), List.of(HERE));
              LabTime.requireSimulated(Map.of("GARRISON_LAB", ""), List.of(REAL));
              LabTime.requireSimulated(Map.of(), List.of(REAL));
            })
        .doesNotThrowAnyException();
  }
}
