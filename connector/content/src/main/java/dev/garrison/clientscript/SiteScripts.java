package dev.garrison.clientscript;

import dev.garrison.share.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Garrison's scripts in the site's script library, which clients run on request. */
public final class SiteScripts {
  static final String FOLDER = "runscript";
  private static final String DETECTION_TEST = "Test-DefenderDetection.ps1";
  private static final String CONNECTIVITY_TEST = "Test-DefenderConnectivity.ps1";

  private SiteScripts() {}

  static List<String> names() {
    return List.of(DETECTION_TEST);
  }

  static byte[] bytes(String name) {
    return ClientFiles.resource(FOLDER, name);
  }

  /**
   * The script of the connectivity test, before hosts and proxy are written into it. For this
   * reason no copy of it can be signed beforehand.
   */
  public static byte[] connectivityTest() {
    return bytes(CONNECTIVITY_TEST);
  }

  /**
   * The script of the detection test.
   *
   * @param signed the folder that {@link ScriptSigner} wrote, if its copy must be used
   * @throws dev.garrison.diagnostic.RefusalException when that copy is missing, different, or not
   *     signed
   */
  public static byte[] detectionTest(Optional<Path> signed) {
    if (signed.isEmpty()) {
      return bytes(DETECTION_TEST);
    }
    FileSource file =
        SignedClientFiles.read(signed.get().resolve(FOLDER), names(), SiteScripts::bytes)
            .getFirst();
    try (InputStream stream = file.bytes().open()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
