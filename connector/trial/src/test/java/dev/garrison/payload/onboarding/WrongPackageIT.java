package dev.garrison.payload.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.sample.Zips;
import dev.garrison.servers.RawSite;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong onboarding package ends the plan before anything is written. */
final class WrongPackageIT {
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Garrison Sample");

  private @TempDir Path folder;

  private void refused(TrialSite site, String code) throws IOException {
    assertThat(site.apply()).extracting(problem -> problem.code().name()).containsExactly(code);
    try (Stream<Path> files = Files.list(site.share())) {
      assertThat(files).isEmpty();
    }
  }

  private void onboarding(TrialSite site, byte[] bytes) throws IOException {
    Files.write(site.folder().resolve("packages").resolve(Zips.SCRIPT), bytes);
  }

  @Test
  void nothingIsWrittenWithAPackageThatIsNotTheRightOne() throws IOException {
    String body = Blobs.streamlined(Blobs.TENANT);
    String blob = Blobs.signed(AUTHORITY, body, Signing.NEW);
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      onboarding(site, Scripts.ONBOARDING.bytes(blob.replace("WestEurope", "EastEurope")));
      refused(site, "PACKAGE_TAMPERED");

      onboarding(site, Scripts.LOCAL.bytes(blob));
      refused(site, "PACKAGE_IS_LOCAL_SCRIPT");

      Instant later = TrialSite.START.plusSeconds(86_400);
      String offboarding =
          Blobs.signed(AUTHORITY, Blobs.offboarding(Blobs.TENANT, later), Signing.WITH_PSS);
      onboarding(site, Scripts.OFFBOARDING.bytes(offboarding));
      refused(site, "PACKAGE_OFFBOARDS");

      onboarding(site, Scripts.ONBOARDING.bytes(blob));
      site.manifest().replace("orgId: 5d1f2c7e", "orgId: 77aa2c7e");
      refused(site, "PACKAGE_OF_ANOTHER_TENANT");

      site.manifest().replace("orgId: 77aa2c7e", "orgId: 5d1f2c7e");
      site.manifest().replace("tenant:\n", "tenant:\n  geo: UK\n");
      refused(site, "PACKAGE_OF_ANOTHER_GEOGRAPHY");

      site.manifest()
          .replace("root: packages/sample-onboarding-root.pem", "root: packages/sample-root.pem");
      refused(site, "PACKAGE_SIGNER_UNTRUSTED");
    }
  }

  @Test
  void theOffboardingPackageHasToBeGoodUntilItsServersAreDue() throws IOException {
    try (TrialSite site = new TrialSite("2107-rollup", folder)) {
      site.manifest()
          .replace(
              "sampleSharing",
              """
              offboard:
                - name: leavers
                  collection: Old servers
                  package: packages/way-back.cmd
                  reason: CHG0042
              sampleSharing\
              """);
      try (RawSite raw = new RawSite(site.lab().adminService())) {
        raw.collection("Old servers", "All Servers");
      }

      wayBack(site, TrialSite.START.plus(Duration.ofDays(7)));
      assertThat(site.plan().packages().get("offboarding leavers"))
          .contains("offboards until 2026-12-01T21:00:00Z, blob signed by ");

      wayBack(site, TrialSite.START.plus(Duration.ofDays(1)));
      refused(site, "OFFBOARD_PACKAGE_ENDS_EARLY");

      wayBack(site, TrialSite.START.minusSeconds(1));
      refused(site, "OFFBOARDING_EXPIRED");
    }
  }

  private void wayBack(TrialSite site, Instant end) throws IOException {
    String blob = Blobs.signed(AUTHORITY, Blobs.offboarding(Blobs.TENANT, end), Signing.WITH_PSS);
    Files.write(site.folder().resolve("packages/way-back.cmd"), Scripts.OFFBOARDING.bytes(blob));
  }
}
