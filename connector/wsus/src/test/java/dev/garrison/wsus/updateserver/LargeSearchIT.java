package dev.garrison.wsus.updateserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.Lab;
import dev.garrison.lab.LabOptions;
import dev.garrison.servers.JavaProcess;
import dev.garrison.servers.JavaProcess.Result;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search of WSUS that finds almost 25,000 updates. */
final class LargeSearchIT {
  @Test
  void allUpdatesOfALargeCatalogueAreHeldIn64Mebibytes(@TempDir Path folder)
      throws InterruptedException {
    try (Lab lab =
        Lab.start("wsus-large", new LabOptions(Instant.now(), Map.of(), Optional.empty()))) {
      Result result =
          JavaProcess.start(
                  folder,
                  "-Xmx64m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LargeSearch.class.getName(),
                  lab.updateServers().all().getFirst().url().toString())
              .await();
      assertThat(result.exit()).as("%s", result.err()).isZero();
      assertThat(result.out()).isEqualTo("24965 updates, 24965 with articles%n".formatted());
    }
  }
}
