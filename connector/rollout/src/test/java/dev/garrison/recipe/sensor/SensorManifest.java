package dev.garrison.recipe.sensor;

import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A manifest with two rings of the sensor's update, 'pilot' and 'broad', and update servers. A gate
 * is 90 percent installed, 10 failed, 80 report, 2 days, stalled after 14.
 */
final class SensorManifest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String GATE =
      "{installed: 90, failed: 10, reporting: 80, soak: 2d, stalledAfter: 14d}";

  /** May write everywhere. */
  static final String WRITES =
      "serverId: 7c1f8a52-0d3e-4b6a-9f41-2e5d8c7b6a90, allowWrites: true, canary: Pilot, acknowledged: \"10.0.20348\"";

  private String root = "";
  private String servers = "";
  private String rings = "";
  private String section = "";
  private int days;
  private String releases = "{family: unified agent}";

  /** Lines of the manifest itself. */
  SensorManifest root(String lines) {
    root += lines + "\n";
    return this;
  }

  /** One more server, such as {@code wsus01}, with keys in YAML's flow style. */
  SensorManifest server(String name, String keys) {
    servers +=
        "    - {url: 'https://%s.contoso.example:8531', owner: wsus, %s}\n".formatted(name, keys);
    return this;
  }

  /** One more ring; without any there are pilot and broad. */
  SensorManifest ring(String name, String groups) {
    rings += "      - {ring: %s, groups: [%s], gate: %s}\n".formatted(name, groups, GATE);
    return this;
  }

  /** A ring that the site's software update point serves. */
  SensorManifest served(String name, String collection) {
    rings +=
        "      - {ring: %s, gate: %s, softwareUpdatePoint: {collection: '%s', deadlineDays: %d}}\n"
            .formatted(name, GATE, collection, days += 7);
    return this;
  }

  /** In place of the unified agent. */
  SensorManifest releases(String flow) {
    releases = flow;
    return this;
  }

  /** Lines of the section. */
  SensorManifest section(String line) {
    section += "    " + line + "\n";
    return this;
  }

  ManifestResult read() {
    if (rings.isEmpty()) {
      ring("pilot", "Pilot").ring("broad", "Broad");
    }
    if (servers.isEmpty() && !rings.contains("softwareUpdatePoint")) {
      server("wsus01", WRITES);
    }
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site:
          code: PS1
          providers: [https://cm01.contoso.example/AdminService]
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/WindowsDefenderATPOnboardingPackage.zip}
        limitingCollection: All Servers
        sampleSharing: none
        distribution: {groups: [All DPs]}
        operatingSystems: [2019]
        rings:
          - {name: all, collections: [Servers], maxDevices: 50, deadline: "+3d 22:00", antivirus: active}
        """
            + root
            + "wsus:\n"
            + (servers.isEmpty() ? "" : "  servers:\n" + servers)
            + "  sensorUpdate:\n    releases: [%s]\n    rings:\n".formatted(releases)
            + rings
            + section;
    return new ManifestReader()
        .read("garrison.yaml", Path.of("/srv"), text.getBytes(StandardCharsets.UTF_8), TODAY);
  }

  static SensorUpdateSection sensorUpdate(ManifestResult read) {
    return read.manifest().wsus().sensorUpdate().orElseThrow();
  }

  /** A server of the manifest, counted from 0. */
  static WsusServer server(ManifestResult read, int number) {
    return read.manifest().wsus().servers().get(number);
  }
}
