package dev.garrison.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.probe.outcome.SiteNames;
import dev.garrison.probe.report.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KnownNamesTest {
  private static final Path EVERY_KEY =
      Path.of(System.getProperty("repository.root"), "config/examples/every-key.yaml");

  /** Each of them names something of a site. */
  private static final List<String> NAMES =
      List.of(
          "PS1",
          "CONTOSO",
          "cm01",
          "svc-garrison",
          "svc-write",
          "fs01",
          "mde$",
          "5d1f0a3e",
          "All Servers",
          "Europe DPs",
          "contoso-root",
          "test-root",
          "Contoso Test",
          "MDE client",
          "MDE onboarding",
          "Domain controllers",
          "Nodes of SQL cluster 1",
          "3b6f0e52",
          "Pilot servers",
          "Servers of the plant",
          "wsus01",
          "svc-wsus",
          "MDE Canary",
          "MDE Pilot",
          "MDE Production",
          "MDE production servers",
          "Sensor: production",
          "Sensor updates",
          "INC0042",
          "hooks.contoso");

  @Test
  void noNameOfAManifestWithEveryKeyIsInTheBundlesOne() throws IOException {
    String text = Files.readString(EVERY_KEY, StandardCharsets.UTF_8);
    Manifest manifest = new ManifestReader().read(EVERY_KEY, LocalDate.of(2026, 11, 24)).manifest();
    KnownNames known = new KnownNames(new SiteNames());
    known.of(manifest);
    String shown =
        new Pseudonyms(new Redaction(known.names()), Set.of(), new Json())
            .of(new BundleFile("manifest.yaml", "x", BundleFile.Form.MANIFEST, text));
    for (String name : NAMES) {
      assertThat(text).as("of the test").containsIgnoringCase(name);
      assertThat(shown).as(name).doesNotContainIgnoringCase(name);
    }
    assertThat(shown)
        .contains(
            "- name: pilot",
            "ring: production",
            "owner: wsus",
            "consoleFolder: Defender for Endpoint",
            "maxDevices: 25");
  }
}
