package dev.garrison.payload.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fuzz.DerMutator;
import dev.garrison.fuzz.FuzzRun;
import dev.garrison.fuzz.Inputs;
import dev.garrison.fuzz.Mutator;
import dev.garrison.fuzz.Sample;
import dev.garrison.json.Json;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.sample.Zips;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Damaged packages end in a proven package of the right tenant, or in a diagnostic that does not
 * show the blob; see {@link FuzzRun} for long runs.
 */
final class OnboardingPackagesFuzzTest {
  private static final Instant NOW = Instant.parse("2026-05-24T21:00:00Z");
  private static final String KEY =
      "\"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection\"";

  /** Hostile in batch files, in blobs and in zips. */
  private static final List<String> WORDS =
      List.of(
          "\\\"",
          "\\\\\\\"",
          "\"",
          "%",
          "%%",
          "^",
          " & ",
          ">NUL 2>&1",
          "\r\n",
          "pause\r\n",
          "EXIT /B %errorCode%\r\n",
          "{\"onboardingInfo\":\"",
          "\\u0000",
          "\\ud800",
          "PK\u0003\u0004",
          "PK\u0005\u0006",
          "null",
          "[]",
          "-1",
          "9223372036854775807",
          "reg add " + KEY + " /v OnboardingInfo /t REG_SZ /f /d ");

  private final SigningAuthority authority = SigningAuthority.named("Contoso");
  private final OnboardingPackages packages = new OnboardingPackages(new Json(), authority.known());
  private final String streamlined =
      Blobs.signed(authority, Blobs.streamlined(Blobs.TENANT), Signing.NEW);
  private final String standard =
      Blobs.signed(authority, Blobs.standard(Blobs.TENANT), Signing.OLD);
  private final String offboarding =
      Blobs.signed(authority, Blobs.offboarding(Blobs.TENANT, NOW), Signing.WITH_PSS);

  private String outcome(byte[] input) {
    OnboardingPackage read;
    try {
      read = packages.read("x_valid_until_2026-05-24.zip", input);
    } catch (RefusalException e) {
      assertThat(e.getMessage()).doesNotContain("previousOrgIds", "MIIC", "MIID");
      return FuzzRun.refused(e);
    }
    assertThat(read.proof().statement().orgId()).isEqualTo(Blobs.TENANT);
    assertThat(read.toString()).doesNotContain("previousOrgIds", "MIIC", "MIID");
    assertThat(Acceptance.findings(read, Expectation.none(NOW))).doesNotContainNull();
    return "proven";
  }

  @Test
  void aDamagedScriptIsProvenOrRefused() {
    List<Sample> samples =
        List.of(
            Sample.yaml(Scripts.ONBOARDING.text(streamlined)),
            Sample.yaml(new Scripts(Scripts.OLD_REG, "\n", false, true).text(standard)),
            Sample.yaml(Scripts.LOCAL.text(streamlined)),
            Sample.yaml(Scripts.OFFBOARDING.text(offboarding)));
    new FuzzRun("onboarding script", new Mutator(samples, WORDS, "(", ")"))
        .check("proven", this::outcome);
  }

  @Test
  void aDamagedBlobIsProvenOrRefused() {
    List<Sample> samples =
        List.of(Sample.json(streamlined), Sample.json(standard), Sample.json(offboarding));
    new FuzzRun("onboarding blob", Mutator.json(samples)).check("proven", this::outcome);
  }

  @Test
  void aBlobWhoseCertificatesAreChangedAsTreesIsProvenOrRefused() {
    List<DerMutator> certificates = authority.chain().stream().map(this::mutator).toList();
    Inputs blobs =
        random -> {
          int place = random.nextInt(1 + certificates.size());
          String blob =
              place == certificates.size()
                  ? streamlined
                  : Blobs.changed(
                      streamlined,
                      fields -> put(fields, place, certificates.get(place).input(random)));
          return blob.getBytes(StandardCharsets.UTF_8);
        };
    new FuzzRun("onboarding certificates, by their structure", blobs)
        .check("proven", this::outcome);
  }

  private DerMutator mutator(X509Certificate certificate) {
    try {
      return new DerMutator(List.of(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  /** The signer's certificate stands alone, those above it in a list. */
  private static void put(ObjectNode blob, int place, byte[] certificate) {
    String base64 = Base64.getEncoder().encodeToString(certificate);
    if (place == 0) {
      blob.put("cert", base64);
    } else {
      blob.withArray("/chain").set(place - 1, base64);
    }
  }

  @Test
  void aDamagedZipIsProvenOrRefused() {
    List<Sample> samples =
        List.of(
            Sample.binary(Zips.groupPolicy(Scripts.ONBOARDING.bytes(streamlined))),
            Sample.binary(Zips.groupPolicy(Scripts.LOCAL.bytes(standard))),
            Sample.binary(Zips.vdi(Scripts.ONBOARDING.bytes(standard))),
            Sample.binary(
                Zips.of(Map.of("a.offboarding", offboarding.getBytes(StandardCharsets.UTF_8)))));
    new FuzzRun("onboarding zip", new Mutator(samples, WORDS, "PK\u0003\u0004", "PK\u0005\u0006"))
        .check("proven", this::outcome);
  }
}
