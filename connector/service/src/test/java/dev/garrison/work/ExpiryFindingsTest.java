package dev.garrison.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.job.JobMode;
import dev.garrison.job.JobOutcome;
import dev.garrison.job.JobReport;
import dev.garrison.job.JobReport.Finding;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.payload.Packages;
import dev.garrison.payload.Packages.Offboarding;
import dev.garrison.share.FileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a manifest is said to run out, and from when. */
final class ExpiryFindingsTest extends WorkTrial {
  private static final String EXCEPTION =
      "exceptions:\n  - {server: SQL07, reason: old, owner: Database team, until: 2026-12-24}\n";

  /** Ends on 2 January 2028 at 23:22:48 UTC. */
  private static final String CERTIFICATE =
      """
      -----BEGIN CERTIFICATE-----
      MIIBgzCCASmgAwIBAgIUPfRNSZgADRZBap6leyLEgBSaksEwCgYIKoZIzj0EAwIw
      FzEVMBMGA1UEAwwMQ29udG9zbyBSb290MB4XDTI2MTEyODIzMjI0OFoXDTI4MDEw
      MjIzMjI0OFowFzEVMBMGA1UEAwwMQ29udG9zbyBSb290MFkwEwYHKoZIzj0CAQYI
      KoZIzj0DAQcDQgAEHFJfQma7tB5g90+RCcP7pfBGGxFipujOzB1MOWydCm3ka+sN
      W0IxaP3/SV5qG2SL8YdSrL0prgQ/cVT7TXlLkaNTMFEwHQYDVR0OBBYEFGhiRGgL
      rSE8Y3Yi/R89t0/W+lY1MB8GA1UdIwQYMBaAFGhiRGgLrSE8Y3Yi/R89t0/W+lY1
      MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgE67l1LI93+e6UbTl
      38x7RX7PlxRM41blFB99tEe1lvICIQCq0cMY6PV3VOPrwB0Lp4GioJJyUJiEoLyD
      bbyf1eTrgw==
      -----END CERTIFICATE-----
      """;

  /** Ends in 2037. */
  private static final String SUCCESSOR =
      """
      -----BEGIN CERTIFICATE-----
      MIIBgzCCASmgAwIBAgIUW7O5VCwpKEK8KzxFrYARZh5XQm4wCgYIKoZIzj0EAwIw
      FzEVMBMGA1UEAwwMQ29udG9zbyBOZXh0MB4XDTI2MTEyODIzMjI0OFoXDTM3MTEx
      MDIzMjI0OFowFzEVMBMGA1UEAwwMQ29udG9zbyBOZXh0MFkwEwYHKoZIzj0CAQYI
      KoZIzj0DAQcDQgAEcMbv3Bd/9TP2Jmo6eRY53jMhQjgXSaqjWtXL4mlko8GvjVpz
      RZgOAsvRGEmlPOTPHRn+qIe6X9AiwsG5wNozAqNTMFEwHQYDVR0OBBYEFDviqpKa
      so/SOTpoiDrFPqr0l8//MB8GA1UdIwQYMBaAFDviqpKaso/SOTpoiDrFPqr0l8//
      MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAKS1N+E2SljLgByE
      sU3ijuM0WHQnAfPbyc2Leb+NXFa6AiAhI6lSbL3XTAgYbPlkIklLRPinUbsxVKSv
      hop0p/Xj+A==
      -----END CERTIFICATE-----
      """;

  private static final String SUCCEED =
      "Add the new certificate to the file, alongside the old one.";

  private List<Diagnostic> warnings = List.of();
  private Map<String, Offboarding> offboarding = Map.of();

  private Packages packages() {
    return new Packages(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        FileSource.of("WindowsDefenderATP.onboarding", new byte[] {1}),
        offboarding,
        List.of(),
        Map.of(),
        warnings);
  }

  private Manifest read(String text) {
    return new ManifestReader()
        .read(
            "garrison.yaml",
            folder,
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  private JobReport run(Manifest manifest) {
    return new ExpiryWork((_, _) -> packages(), () -> now)
        .run(task(JobKind.EXPIRY, JobMode.ENABLED, manifest));
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String trusting(String anchors) {
    return text("").replace("  code: PS1", "  code: PS1\n  trust: " + anchors);
  }

  @Test
  void aManifestOfWhichNothingEndsIsDone() {
    assertThat(run(manifest("")))
        .isEqualTo(JobReport.of(JobOutcome.DONE, "nothing expires in the next 30 days"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T22:59:59Z,,",
    "2026-11-24T23:00:00Z, warning, ends",
    "2026-12-24T22:59:59Z, warning, ends",
    "2026-12-24T23:00:00Z, error, ended",
    "2027-06-01T00:00:00Z, error, ended"
  })
  void anExceptionIsToldThirtyDaysBeforeItsLastDayIsOver(Instant at, String severity, String verb) {
    now = at;
    List<Finding> findings = run(manifest(EXCEPTION)).findings();
    if (severity == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings)
          .containsExactly(
              new Finding(
                  "GAR-1078",
                  severity,
                  "The exception for \"SQL07\" %s on 2026-12-24.".formatted(verb),
                  "Agree on a new date with Database team, or remove the entry. Without an exception, the server is treated like any other server."));
    }
  }

  @Test
  void anOffboardingPackageThatEndsIsTold() {
    offboarding =
        Map.of(
            "leavers",
            new Offboarding(
                FileSource.of("WindowsDefenderATP.offboarding", new byte[] {1}),
                Instant.parse("2026-12-01T00:00:00Z")));
    JobReport report = run(manifest(""));
    assertThat(report.outcome()).isEqualTo(JobOutcome.FINDINGS);
    assertThat(report.summary()).isEqualTo("1 item needs attention");
    assertThat(report.findings())
        .containsExactly(
            new Finding(
                "GAR-1078",
                "warning",
                "The offboarding package of \"leavers\" expires on 2026-12-01.",
                "Download a new offboarding package from the Microsoft Defender portal, and set \"offboard[].package\" to its path. A package is valid for seven days."));
  }

  @Test
  void whatIsWorthKnowingOfPackagesIsToldToo() {
    warnings = List.of(Diagnostic.warning(EngineCode.OBJECT_CHANGED, "It is old.", "Get another."));
    JobReport report = run(manifest(EXCEPTION));
    assertThat(report.findings()).extracting(Finding::problem).containsExactly("It is old.");
    now = Instant.parse("2026-12-01T00:00:00Z");
    assertThat(run(manifest(EXCEPTION)).summary()).isEqualTo("2 items need attention");
  }

  @Test
  void packagesThatAreRefusedAreFindingsAndHideNothing() {
    now = Instant.parse("2026-12-01T00:00:00Z");
    List<Diagnostic> findings =
        new ExpiryFindings(
                (_, _) -> {
                  throw new RefusalException(
                      Diagnostic.error(EngineCode.OBJECT_UNREADABLE, "No package.", "Get one."));
                },
                now,
                BERLIN)
            .of(manifest(EXCEPTION));
    assertThat(findings)
        .extracting(Diagnostic::problem)
        .containsExactly("The exception for \"SQL07\" ends on 2026-12-24.", "No package.");
  }

  @Test
  void packagesAreProvenForNow() {
    new ExpiryFindings(
            (_, at) -> {
              assertThat(at).isEqualTo(NOW);
              return packages();
            },
            NOW,
            BERLIN)
        .of(manifest(""));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-12-03T23:22:47Z,,",
    "2027-12-03T23:22:48Z, warning, expires",
    "2028-01-02T23:22:47Z, warning, expires",
    "2028-01-02T23:22:48Z, error, expired"
  })
  void aCertificateOfTheSiteIsToldThirtyDaysBefore(Instant at, String severity, String verb)
      throws IOException {
    Path file = written("root.pem", CERTIFICATE + SUCCESSOR);
    now = at;
    List<Finding> findings = run(read(trusting("[system, root.pem]"))).findings();
    if (severity == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings)
          .containsExactly(
              new Finding(
                  "GAR-1078",
                  severity,
                  "The certificate \"CN=Contoso Root\" in \"%s\" %s on 2028-01-03."
                      .formatted(file, verb),
                  SUCCEED));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wsus:\n  servers:\n    - {url: 'https://wsus01.contoso.example:8531', owner: wsus, trust: [root.pem]}\n",
        "packages:\n  trust:\n    - {certificate: root.pem, publisher: Contoso}\n",
        "packages:\n  trust:\n    - {names: [Seville.Windows.com], root: root.pem}\n"
      })
  void certificatesOfUpdateServersAndPackagesCountToo(String section) throws IOException {
    written("root.pem", CERTIFICATE);
    now = Instant.parse("2027-12-24T00:00:00Z");
    String text =
        section.startsWith("packages:\n")
            ? text("").replace("packages:\n", section)
            : text(section.stripTrailing());
    assertThat(run(read(text)).findings())
        .extracting(Finding::code, Finding::severity, Finding::remedy)
        .containsExactly(tuple("GAR-1078", "warning", SUCCEED));
  }

  @Test
  void aFileThatTwoNameIsToldOnce() throws IOException {
    written("root.pem", CERTIFICATE);
    now = Instant.parse("2027-12-24T00:00:00Z");
    String text =
        trusting("[root.pem]")
            .replace(
                "packages:\n",
                "packages:\n  trust:\n    - {certificate: root.pem, publisher: Contoso}\n");
    assertThat(run(read(text)).findings()).hasSize(1);
  }

  @Test
  void aFileThatIsGoneIsAnError() {
    Path file = folder.resolve("root.pem");
    assertThat(run(read(trusting("[root.pem]"))).findings())
        .containsExactly(
            new Finding(
                "GAR-1078",
                "error",
                "\"%s\" can't be read: %s.".formatted(file, file),
                "Restore the file. Until then, every check against this certificate fails."));
  }

  @Test
  void aFileThatHoldsNoCertificateIsAnError() throws IOException {
    Path file =
        written("root.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assertThat(run(read(trusting("[root.pem]"))).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo("error");
          assertThat(finding.problem()).startsWith("\"%s\" can't be read: ".formatted(file));
        });
  }
}
