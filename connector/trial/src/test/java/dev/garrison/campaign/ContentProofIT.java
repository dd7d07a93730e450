package dev.garrison.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.digest.Sha256;
import dev.garrison.lab.ServedRequest;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file on the share is altered and keeps its length, which no listing shows. */
final class ContentProofIT {
  private static final String REMEDY =
      " Find out who changed the folder, and then delete the folder. The next apply publishes the version again. Until then, Garrison distributes nothing new from this folder. [CONTENT_NOT_PROVEN GAR-0343]";

  @Test
  void verifyReadsEveryFileAndNamesTheOneThatWasAltered(@TempDir Path folder) throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      assertThat(site.converge()).isEmpty();
      assertThat(findings(site)).isEmpty();
      String finding = alter(site);
      assertThat(site.plan().converged()).as("a plan goes by names and sizes").isTrue();
      assertThat(findings(site)).containsExactly(finding);
    }
  }

  @Test
  void nothingIsBuiltOnAVersionThatWasAltered(@TempDir Path folder) throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      site.lab().faults().cutBeforeWrite(2);
      assertThat(site.apply())
          .as("files are published, the settings' application is written, the next one is not")
          .isNotEmpty();
      String finding = alter(site);
      assertThat(site.apply()).extracting(Diagnostic::toString).containsExactly(finding);
      assertThat(site.lab().dump()).doesNotContain("Defender for Endpoint 2012 R2");
    }
  }

  @Test
  void noGroupIsAddedToAnApplicationWhoseVersionWasAltered(@TempDir Path folder)
      throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      site.manifest().replace("[2012R2, 2019, 2022]", "[2012R2]");
      assertThat(site.converge()).isEmpty();
      site.manifest().replace("groups: [Europe DPs]", "groups: [Europe DPs, Americas DPs]");
      String finding = alter(site);
      site.lab().requests().reset();
      assertThat(site.apply()).extracting(Diagnostic::toString).containsExactly(finding);
      assertThat(site.lab().requests().writes())
          .as("the settings' content, which nobody altered, goes to the new group")
          .extracting(ServedRequest::path)
          .singleElement()
          .asString()
          .endsWith("/AdminService.AddDistributionPointGroup");
      removeVersions(site);
      assertThat(site.converge()).isEmpty();
      assertThat(findings(site)).isEmpty();
    }
  }

  private static List<String> findings(TrialSite site) {
    try (OpenSession open = site.open()) {
      return open.session().verify().findings().stream().map(Diagnostic::toString).toList();
    }
  }

  /** Turns install.ps1 into another file of the same length; says how that is reported. */
  private static String alter(TrialSite site) throws IOException {
    Path version = versions(site).getFirst();
    Path script = version.resolve("install.ps1");
    byte[] before = Files.readAllBytes(script);
    byte[] after = before.clone();
    after[0] = (byte) (after[0] == '#' ? ' ' : '#');
    Files.write(script, after);
    return "The content version at \"folder:%s\" was changed after publishing: the SHA-256 of \"install.ps1\" is %s instead of %s."
            .formatted(version, digest(after), digest(before))
        + REMEDY;
  }

  private static String digest(byte[] bytes) {
    return Sha256.of(bytes).shortForm();
  }

  private static List<Path> versions(TrialSite site) throws IOException {
    try (Stream<Path> versions = Files.list(site.share().resolve("mde-2012r2"))) {
      return versions.filter(Files::isDirectory).toList();
    }
  }

  private static void removeVersions(TrialSite site) throws IOException {
    for (Path version : versions(site)) {
      try (Stream<Path> files = Files.list(version)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(version);
    }
  }
}
