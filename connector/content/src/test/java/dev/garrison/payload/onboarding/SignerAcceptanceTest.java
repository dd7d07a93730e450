package dev.garrison.payload.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import dev.garrison.json.Json;
import dev.garrison.payload.onboarding.blob.KnownSigners;
import dev.garrison.payload.onboarding.blob.SignerTrust;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.sample.SigningAuthority.Shape;
import dev.garrison.payload.signer.CertificateFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a signer that counts, and is not quite what was seen before. */
final class SignerAcceptanceTest {
  private static final Expectation ANY = Expectation.none(Instant.parse("2026-05-24T21:00:00Z"));

  private OnboardingPackage signedBy(SigningAuthority authority, SignerTrust trust, String body) {
    return new OnboardingPackages(new Json(), trust)
        .read("x.cmd", Scripts.ONBOARDING.bytes(Blobs.signed(authority, body, Signing.NEW)));
  }

  @Test
  void aCandidateRootIsAWarningThatNamesEverythingAndTheLineThatEndsIt() {
    SigningAuthority renewed =
        SigningAuthority.of(
            "Contoso", Shape.of("m365doop-Seville.Windows.com", "Seville.Windows.com"));
    SignerTrust candidate =
        SignerTrust.of(
            new KnownSigners(
                KnownSigners.packed().names(), Map.of(renewed.root(), Standing.CANDIDATE)),
            List.of());
    OnboardingPackage found = signedBy(renewed, candidate, Blobs.streamlined(Blobs.TENANT));
    List<String> digests =
        renewed.chain().stream()
            .map(certificate -> CertificateFacts.digest(certificate).hex())
            .toList();

    assertThat(found.inWords())
        .isEqualTo(
            "streamlined, blob signed by Seville.Windows.com (sha256 %s) under \"Contoso Root"
                + " Authority\", under which no package was seen before, proven for tenant 5d1f..c2",
            digests.get(0));
    assertThat(Acceptance.findings(found, ANY))
        .extracting(Diagnostic::toString)
        .containsExactly(
            ("\"x.cmd\" is signed under a Microsoft root that hasn't signed any known package: signed by \"m365doop-Seville.Windows.com\", SAN Seville.Windows.com (SHA-256 %s); issued by \"Contoso Issuing Authority\" (SHA-256 %s); root \"Contoso Root Authority\" (SHA-256 %s). Download the package again manually in the Microsoft Defender portal. Run \"garrison package signer FILE\" for the new file, and compare the digests with these. Only if the digests match, add this entry to \"trust\" under \"packages\" in the manifest: - {names: [\"Seville.Windows.com\"], root:"
                    + " \"sha256:%s\"} [PACKAGE_SIGNER_CANDIDATE GAR-0481]")
                .formatted(digests.get(0), digests.get(1), digests.get(2), digests.get(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "Seville.Windows.com, https://winatp-gw-neu.microsoft.com/,",
    "Seville.Windows.com, https://winatp-gw-unseen.microsoft.com/,",
    "CloudClientAuthentication-FM.usgovcloudapp.net, https://winatp-gw-usmt.microsoft.com/,",
    "CloudClientAuthentication-FF.usgovcloudapp.net,"
        + " https://edr-usgt.usg.endpoint.security.microsoft.us/edr/,",
    "Seville.Windows.com, https://winatp-gw-usmt.microsoft.com/,"
        + " commercial clouds and a US government cloud",
    "CloudClientAuthentication-FF.usgovcloudapp.net, https://winatp-gw-neu.microsoft.com/,"
        + " US government clouds and another cloud",
    "CloudClientAuthentication-FM.usgovcloudapp.net, https://winatp-gw-unseen.microsoft.com/,"
        + " US government clouds and another cloud"
  })
  void aSignerOfAnotherCloudThanTheHostIsAWarning(String name, String url, String disagreement) {
    SigningAuthority authority = SigningAuthority.of("Contoso", Shape.of("x", name));
    OnboardingPackage found =
        signedBy(
            authority,
            authority.known(),
            Blobs.body(body -> {
              body.put("orgId", Blobs.TENANT.toString());
              body.put("geoLocationUrl", url);
            }));
    List<Diagnostic> findings = Acceptance.findings(found, ANY);

    if (disagreement == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings).extracting(Diagnostic::severity).containsExactly(Severity.WARNING);
      assertThat(findings.getFirst())
          .hasToString(
              "\"x.cmd\" is signed by \"%s\", which signs for %s (data center not named, %s). Compare the file with a package that you download manually in the portal of your cloud."
                  + " [PACKAGE_CLOUD_DISAGREES GAR-0482]",
              name, disagreement.replace(" and ", ", but sends data to "), url);
    }
  }
}
