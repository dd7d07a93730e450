package dev.garrison.content.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.digest.Sha256;
import dev.garrison.json.Json;
import dev.garrison.share.ContentFile;
import dev.garrison.share.FileVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Markers as they lie in version folders. The file in {@code recorded/1} is of the version before
 * there were forms, and is never made anew.
 */
final class RecordedMarkerTest {
  private static final VersionMarker MARKER =
      new VersionMarker(
          "mde-servers",
          List.of(
              new ContentFile("md4ws.msi", 52428800, Sha256.of("installer")),
              new ContentFile("WindowsDefenderATP.onboarding", 3172, Sha256.of("onboarding"))),
          Map.of("md4ws.msi", new FileVersion("10.8735.26020.1009")));

  private final MarkerCodec codec = new MarkerCodec(new Json());

  private static byte[] recorded() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            RecordedMarkerTest.class.getResourceAsStream("recorded/1/marker.json"))) {
      return stream.readAllBytes();
    }
  }

  @Test
  void aMarkerOfTheFirstFormatIsReadAsItWas() throws IOException {
    assertThat(codec.read(new ByteArrayInputStream(recorded()))).isEqualTo(MARKER);
  }

  @Test
  void aMarkerIsWrittenAsItWas() throws IOException {
    assertThat(codec.write(MARKER)).isEqualTo(recorded());
  }
}
