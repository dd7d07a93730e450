package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManyStatesIT {
  private static final String DEPLOYMENT = "16778000";

  @Test
  void threeHundredThousandStatesAreCountedInSixtyFourMebibytes(@TempDir Path folder)
      throws InterruptedException {
    LabOptions options =
        new LabOptions(Instant.parse("2026-11-24T21:00:00Z"), Map.of(), Optional.empty());
    try (Lab lab = Lab.start("large", options)) {
      Result result =
          JavaProcess.start(
                  folder,
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  StateReader.class.getName(),
                  lab.adminService().toString(),
                  DEPLOYMENT)
              .await();
      assertThat(result.exit()).as("%s", result.err()).isZero();
      int servers =
          Arrays.stream(result.out().split("[^0-9]+"))
              .filter(number -> !number.isEmpty())
              .mapToInt(Integer::parseInt)
              .sum();
      assertThat(servers).as(result.out()).isEqualTo(300_000);
    }
  }
}
