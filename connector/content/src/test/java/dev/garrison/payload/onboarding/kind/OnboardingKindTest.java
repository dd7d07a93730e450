package dev.garrison.payload.onboarding.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.payload.Description;
import dev.garrison.payload.Fact;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.Requirements;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.onboarding.OnboardingPackages;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.sample.Zips;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code garrison package inspect} tells of a package of the portal. */
final class OnboardingKindTest {
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Contoso");
  private static final Instant NOW = Instant.parse("2026-05-24T21:00:00Z");
  private static final String STREAMLINED =
      Blobs.signed(AUTHORITY, Blobs.streamlined(Blobs.TENANT), Signing.NEW);

  private final OnboardingKind kind =
      new OnboardingKind(new OnboardingPackages(new Json(), AUTHORITY.known()));

  private Description describe(PackageFile file, Optional<UUID> orgId) throws IOException {
    assertThat(kind.recognises(file)).isTrue();
    return kind.describe(file, new Requirements(NOW, orgId));
  }

  @Test
  void aPackageIsDescribedWithoutItsBlob() throws IOException {
    PackageFile zip =
        PackageFile.of("x.zip", Zips.groupPolicy(Scripts.ONBOARDING.bytes(STREAMLINED)));
    Description description = describe(zip, Optional.of(Blobs.TENANT));

    assertThat(description.signature())
        .contains(
            new SignatureReport(
                SignatureReport.Status.VALID,
                Optional.of("Seville.Windows.com"),
                Optional.of("Contoso Issuing Authority"),
                Optional.empty()));
    assertThat(description.facts())
        .containsEntry(Fact.TENANT, Blobs.TENANT.toString())
        .containsEntry(Fact.PACKAGE_KIND, "onboarding, Group Policy")
        .containsEntry(Fact.CONNECTIVITY, "streamlined")
        .containsEntry(Fact.GEOGRAPHY, "EU")
        .containsEntry(Fact.DATACENTER, "WestEurope")
        .containsEntry(Fact.VERSION, "2.04")
        .containsEntry(Fact.PACKAGE_GUID, "0f8fad5b-d9cb-469f-a165-70867728950e")
        .doesNotContainKey(Fact.EXPIRES);
    assertThat(description.findings()).isEmpty();
    assertThat(description.toString()).doesNotContain("previousOrgIds", "sha256sig");
  }

  @Test
  void anOffboardingPackageTellsWhenItExpires() throws IOException {
    String blob =
        Blobs.signed(
            AUTHORITY,
            Blobs.offboarding(Blobs.TENANT, Instant.parse("2026-05-31T10:00:00Z")),
            Signing.WITH_PSS);
    PackageFile script =
        PackageFile.of("x_valid_until_2026-05-31.cmd", Scripts.OFFBOARDING.bytes(blob));

    assertThat(describe(script, Optional.empty()).facts())
        .containsEntry(Fact.PACKAGE_KIND, "offboarding, Group Policy")
        .containsEntry(Fact.EXPIRES, "2026-05-31T10:00:00Z");
  }

  @Test
  void whatIsWrongIsAFinding() throws IOException {
    PackageFile script = PackageFile.of("x.cmd", Scripts.ONBOARDING.bytes(STREAMLINED));
    PackageFile tampered =
        PackageFile.of(
            "x.cmd", Scripts.ONBOARDING.bytes(STREAMLINED.replace("WestEurope", "EastEurope")));

    assertThat(describe(script, Optional.of(new UUID(1, 2))).findings())
        .extracting(Diagnostic::problem)
        .startsWith(
            "The onboarding package \"x.cmd\" belongs to another tenant: its orgId is 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2, and the manifest has 00000000-0000-0001-0000-000000000002.");
    assertThat(describe(tampered, Optional.empty()).findings())
        .extracting(Diagnostic::problem)
        .containsExactly(
            "The blob in \"x.cmd\" was altered after signing: the signature doesn't match the text.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "# Microsoft Defender for Endpoint\r\nparam()",
        "\u00d0\u00cf\u0011\u00e0",
        ""
      })
  void otherFilesAreNotRecognised(String content) {
    assertThat(
            kind.recognises(PackageFile.of("x.cmd", content.getBytes(StandardCharsets.ISO_8859_1))))
        .isFalse();
  }
}
