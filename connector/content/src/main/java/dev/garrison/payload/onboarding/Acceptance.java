package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.TenantSection.Geography;
import dev.garrison.payload.onboarding.Expectation.Purpose;
import dev.garrison.payload.onboarding.blob.BlobStatement;
import dev.garrison.payload.onboarding.blob.SignerTrust.Cloud;
import dev.garrison.payload.onboarding.blob.SignerTrust.Standing;
import dev.garrison.payload.signer.CertificateFacts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Compares a proven package with its expectation. Pure. */
public final class Acceptance {
  private static final Text GROUP_POLICY = Text.of("package.download-for-group-policy");

  private Acceptance() {}

  /** Problems and notes worth knowing, errors first. */
  public static List<Diagnostic> findings(OnboardingPackage found, Expectation expected) {
    List<Diagnostic> findings = new ArrayList<>();
    purpose(found, expected).ifPresent(findings::add);
    method(found).ifPresent(findings::add);
    expected.orgId().flatMap(orgId -> tenant(found, orgId)).ifPresent(findings::add);
    expected
        .geography()
        .filter(_ -> found.onboards())
        .flatMap(geography -> geography(found, geography))
        .ifPresent(findings::add);
    if (!found.onboards()) {
      findings.addAll(new OffboardingTerm(found).findings(expected.asOf()));
    }
    candidate(found).ifPresent(findings::add);
    cloud(found).ifPresent(findings::add);
    certificates(found, expected).ifPresent(findings::add);
    return findings;
  }

  private static Optional<Diagnostic> candidate(OnboardingPackage found) {
    return found.proof().vouched().standing() != Standing.CANDIDATE
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning(
                OnboardingCode.PACKAGE_SIGNER_CANDIDATE,
                new Message(
                    Text.of(
                        "package.signer-candidate",
                        "file",
                        found.file(),
                        "chain",
                        SignerLines.told(found.proof().chain())),
                    SignerLines.remedy(found.proof().chain()))));
  }

  /**
   * Finding if the signer signs for another cloud. Each known signer signs for one kind of cloud;
   * the signer of the DoD cloud was never observed.
   */
  private static Optional<Diagnostic> cloud(OnboardingPackage found) {
    if (!found.onboards()) {
      return Optional.empty();
    }
    boolean government =
        Geographies.of(found.proof().statement()).contains(Geography.US_GOVERNMENT);
    return found
        .proof()
        .vouched()
        .cloud()
        .filter(cloud -> government != (cloud == Cloud.US_GOVERNMENT))
        .map(cloud ->
            government
                ? cloud("package.signer-of-commercial-clouds", found)
                : cloud("package.signer-of-government-clouds", found));
  }

  private static Diagnostic cloud(String key, OnboardingPackage found) {
    return Diagnostic.warning(
        OnboardingCode.PACKAGE_CLOUD_DISAGREES,
        Message.of(
            key,
            "file",
            found.file(),
            "signer",
            found.proof().vouched().name(),
            "place",
            place(found.proof().statement())));
  }

  private static Optional<Diagnostic> purpose(OnboardingPackage found, Expectation expected) {
    if (expected.purpose().filter(Purpose.ONBOARDING::equals).isPresent() && !found.onboards()) {
      return Optional.of(
          Diagnostic.error(
              OnboardingCode.PACKAGE_OFFBOARDS,
              Message.of("package.offboards", "file", found.file())));
    }
    if (expected.purpose().filter(Purpose.OFFBOARDING::equals).isPresent() && found.onboards()) {
      return Optional.of(
          Diagnostic.error(
              OnboardingCode.PACKAGE_ONBOARDS,
              Message.of("package.onboards", "file", found.file())));
    }
    return Optional.empty();
  }

  private static Optional<Diagnostic> method(OnboardingPackage found) {
    return switch (found.method()) {
      case GROUP_POLICY, CONFIGURATION_MANAGER_OR_MDM -> Optional.empty();
      case LOCAL_SCRIPT ->
          Optional.of(
              Diagnostic.error(
                  OnboardingCode.PACKAGE_IS_LOCAL_SCRIPT,
                  new Message(
                      Text.of("package.is-local-script", "file", found.file()), GROUP_POLICY)));
      case VDI -> Optional.of(anotherMethod(Text.of("package.for-vdi", "file", found.file())));
      case OTHER_SYSTEM ->
          Optional.of(anotherMethod(Text.of("package.for-another-system", "file", found.file())));
    };
  }

  private static Diagnostic anotherMethod(Text problem) {
    return Diagnostic.error(
        OnboardingCode.PACKAGE_FOR_ANOTHER_METHOD, new Message(problem, GROUP_POLICY));
  }

  private static Optional<Diagnostic> tenant(OnboardingPackage found, UUID orgId) {
    BlobStatement statement = found.proof().statement();
    return statement.isFor(orgId)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                OnboardingCode.PACKAGE_OF_ANOTHER_TENANT,
                Message.of(
                    "package.of-another-tenant",
                    "purpose",
                    found.onboards() ? "onboarding" : "offboarding",
                    "file",
                    found.file(),
                    "found",
                    statement.orgId(),
                    "expected",
                    orgId)));
  }

  private static Optional<Diagnostic> geography(OnboardingPackage found, Geography wanted) {
    Set<Geography> seen = Geographies.of(found.proof().statement());
    if (seen.equals(Set.of(wanted))) {
      return Optional.empty();
    }
    Text place = place(found.proof().statement());
    return Optional.of(
        seen.isEmpty()
            ? Diagnostic.error(
                OnboardingCode.PACKAGE_GEOGRAPHY_UNKNOWN,
                Message.of("package.geography-unknown", "file", found.file(), "place", place))
            : Diagnostic.error(
                OnboardingCode.PACKAGE_OF_ANOTHER_GEOGRAPHY,
                Message.of(
                    "package.of-another-geography",
                    "file",
                    found.file(),
                    "found",
                    seen.stream().map(Geography::word).toList(),
                    "place",
                    place,
                    "expected",
                    wanted.word())));
  }

  private static Text place(BlobStatement statement) {
    return Text.of(
        "package.data-place",
        "datacenter",
        statement
            .datacenter()
            .map(Text::verbatim)
            .orElseGet(() -> Text.of("package.datacenter-unknown")),
        "address",
        statement
            .serviceUrl()
            .map(Text::verbatim)
            .orElseGet(() -> Text.of("package.service-address-missing")));
  }

  private static Optional<Diagnostic> certificates(OnboardingPackage found, Expectation expected) {
    List<Text> ended =
        found.proof().chain().stream()
            .filter(certificate -> certificate.expired(expected.asOf()))
            .map(Acceptance::shown)
            .toList();
    return ended.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Diagnostic.warning(
                    OnboardingCode.PACKAGE_CERTIFICATE_ENDED,
                    Message.of(
                        "package.certificates-expired",
                        "file",
                        found.file(),
                        "certificates",
                        ended))
                .as(Severity.NOTE));
  }

  private static Text shown(CertificateFacts certificate) {
    return Text.of(
        "package.certificate-expired",
        "name",
        certificate.name(),
        "day",
        LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC));
  }
}
