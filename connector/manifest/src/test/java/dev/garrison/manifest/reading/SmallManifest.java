package dev.garrison.manifest.reading;

import dev.garrison.manifest.Manifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** Manifest of a test that is about a few of its lines. */
public final class SmallManifest {
  private static final String START =
      """
      apiVersion: garrison.dev/v1
      name: small
      site: {code: PS1, providers: [https://cm01.contoso.example/AdminService]}
      content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
      tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
      packages: {onboarding: packages/onboarding.zip}
      sampleSharing: none
      operatingSystems: [2019]
      limitingCollection: All Servers
      distribution: {groups: [All DPs]}
      rings:
      """;

  private SmallManifest() {}

  /** The manifest whose rings, and what follows them, are these lines. */
  public static Manifest ofRings(String lines) {
    return ofRings(lines, start -> start);
  }

  /**
   * The same, with other lines before the rings.
   *
   * @param change of those lines
   */
  public static Manifest ofRings(String lines, UnaryOperator<String> change) {
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            (change.apply(START) + lines).getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }
}
