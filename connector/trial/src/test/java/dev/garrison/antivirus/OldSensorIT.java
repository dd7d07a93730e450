package dev.garrison.antivirus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose sensor is the one of the Microsoft Monitoring Agent, onboarded to the tenant. */
final class OldSensorIT {
  private static final String SITE = "/dev/garrison/lab/sites/2509.yaml";
  private static final String OLD =
      "{name: FS01, os: \"2012R2\", onboardedTo: 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2, oldSensor: true,";

  private static String site() throws IOException {
    try (InputStream stream = OldSensorIT.class.getResourceAsStream(SITE)) {
      return new String(Objects.requireNonNull(stream, SITE).readAllBytes(), StandardCharsets.UTF_8)
          .replace("{name: FS01, os: \"2012R2\",", OLD);
    }
  }

  @Test
  void itDoesNotCountAsOnboardedSoTheUnifiedAgentIsInstalled(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("old.yaml"), site());
    try (TrialSite site = TrialSite.of(file, folder)) {
      assertThat(site.lab().servers().onboardedTo("FS01")).isPresent();
      assertThat(site.lab().servers().hasAgent("FS01")).isFalse();
      assertThat(site.converge()).isEmpty();
      site.pass(Duration.ofDays(5));
      assertThat(site.lab().servers().hasAgent("FS01")).isTrue();
      assertThat(site.lab().servers().onboardedTo("FS01")).isPresent();
    }
  }
}
