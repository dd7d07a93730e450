package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/service.md promises of the service's account and of what it may write. */
final class ServiceUnitTest {
  @Test
  void theUnitOfSystemdHasWhatIsPromisedOfIt() throws IOException {
    assertThat(
            Files.readAllLines(
                Path.of(System.getProperty("repository.root"), "config", "garrison.service")))
        .contains(
            "User=garrison",
            "StateDirectory=garrison",
            "StateDirectoryMode=0700",
            "CacheDirectory=garrison",
            "CacheDirectoryMode=0700",
            "UMask=0077",
            "TimeoutStopSec=45",
            "ProtectSystem=strict",
            "ProtectHome=yes",
            "PrivateTmp=yes",
            "NoNewPrivileges=yes",
            "CapabilityBoundingSet=")
        .noneMatch(line -> line.startsWith("ReadWritePaths="));
  }
}
