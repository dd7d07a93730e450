package dev.garrison.content.version;

import dev.garrison.digest.Sha256;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import dev.garrison.json.Json;
import dev.garrison.share.ContentFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A marker on the share, where others may write, ends in a value or says what is wrong with it; see
 * {@link FuzzRun} for long runs.
 */
final class MarkerFuzzTest {
  private final MarkerCodec codec = new MarkerCodec(new Json());

  @Test
  void aDamagedMarkerEndsInAMarkerOrSaysWhatIsWrong() {
    VersionMarker marker =
        new VersionMarker(
            "contoso-prod",
            List.of(
                new ContentFile("md4ws.msi", 250_000_000L, Sha256.of("msi")),
                new ContentFile("install.ps1", 99_052L, Sha256.of("script"))));
    Sample sample = Sample.json(new String(codec.write(marker), StandardCharsets.UTF_8));
    new FuzzRun("marker", Mutator.json(List.of(sample))).check("read", this::outcome);
  }

  private String outcome(byte[] input) throws IOException {
    try {
      codec.write(codec.read(new ByteArrayInputStream(input)));
      return "read";
    } catch (UnreadableMarkerException e) {
      return "refused";
    }
  }
}
