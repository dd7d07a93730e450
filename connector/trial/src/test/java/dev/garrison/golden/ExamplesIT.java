package dev.garrison.golden;

import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that users are shown, each planned on a stand-in site. */
final class ExamplesIT {
  private static final String TRUST =
      """
        trust:
          - certificate: packages/sample-root.pem
            publisher: Garrison demonstration
          - names: [Seville.Windows.com]
            root: packages/sample-onboarding-root.pem
      """;

  private static final Path EXAMPLES =
      Path.of(System.getProperty("repository.root"), "config/examples");

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsPlannedOrRefusedForWhatThisVersionCannotDo(String name, @TempDir Path folder)
      throws IOException {
    String siteName =
        switch (name) {
          case "hierarchy.yaml" -> "hierarchy";
          case "software-update-point.yaml" -> "sup";
          default -> "2107-rollup";
        };
    try (TrialSite site = new TrialSite(siteName, Golden.steady(folder))) {
      try (InputStream update = TrialSite.class.getResourceAsStream("UpdatePlatform.exe")) {
        Files.copy(
            Objects.requireNonNull(update, "UpdatePlatform.exe"),
            site.folder().resolve("packages/UpdatePlatform.exe"));
      }
      site.manifest().text(adapted(Files.readString(EXAMPLES.resolve(name)), site));
      Golden.expectPlan("example-" + name.replace(".yaml", ".txt"), site);
    }
  }

  /** The example's own words, but for addresses, accounts and files that exist here only. */
  private static String adapted(String text, TrialSite site) {
    String provider = site.lab().adminService().toString();
    return text.replaceAll("(?s)providers:\\n(    - \\S+\\n)+", "providers: [" + provider + "]\n")
        .replaceAll("providers: \\[[^\\]]*]", "providers: [" + provider + "]")
        .replaceAll("publishTo: \\S+", "publishTo: \"folder:" + site.share() + "\"")
        .replaceAll("(?m)^  (user|password|authentication|servicePrincipal|write): .*\\n", "")
        .replaceAll("orgId: \\S+", "orgId: 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2")
        .replaceAll("geo: \\S+", "geo: EU")
        .replace(
            "WindowsDefenderATPOnboardingPackage.zip", "WindowsDefenderATPOnboardingScript.cmd")
        .replace("[All DPs]", "[Europe DPs]")
        .replace("[Lab DPs]", "[Europe DPs]")
        .replaceFirst("(?m)^    collections: .*", "    collections: [Pilot servers]")
        .replaceAll("(?m)^    exclude: .*\\n", "")
        .replaceAll("(?m)^    - certificates/.*\\n", "")
        .replaceAll("(?m)^  (clientScripts|  package): .*\\n", "")
        .replaceAll("    - certificate: .*\\n      publisher: .*\\n", "")
        .replaceAll("    - names: .*\\n      root: .*\\n", "")
        .replaceFirst("(onboarding: .*\\n)(?:  trust:\\n)?", "$1" + TRUST);
  }
}
