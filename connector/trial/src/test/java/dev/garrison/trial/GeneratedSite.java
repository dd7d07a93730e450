package dev.garrison.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The lab's large site, and the same with a thousandth of its devices. */
public final class GeneratedSite {
  private GeneratedSite() {}

  public static TrialSite large(Path folder) {
    return new TrialSite("large", folder);
  }

  public static TrialSite small(Path folder) {
    String resource = "/dev/garrison/lab/sites/large.yaml";
    try (InputStream stream = GeneratedSite.class.getResourceAsStream(resource)) {
      String text =
          new String(
              Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
      Path file = folder.resolve("small.yaml");
      Files.writeString(file, text.replace("devices: 300000", "devices: 300"));
      return TrialSite.of(file, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
