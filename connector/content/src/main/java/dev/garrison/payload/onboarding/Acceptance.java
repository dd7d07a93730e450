package dev.garrison.payload.onboarding;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.DiagnosticCode;
import dev.garrison.diagnostic.Severity;
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
import java.util.stream.Collectors;

/** Compares a proven package with its expectation. Pure. */
public final class Acceptance {
  private static final String GROUP_POLICY =
      "In the portal choose the deployment method 'Group Policy' and download the package again.";

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
                "%s is signed below a root of Microsoft's under which no package was seen before: %s."
                    .formatted(found.file(), SignerLines.told(found.proof().chain())),
                SignerLines.remedy(found.proof().chain())));
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
            Diagnostic.warning(
                OnboardingCode.PACKAGE_CLOUD_DISAGREES,
                "%s is signed by '%s', which signs for %s, and sends data to %s (%s)."
                    .formatted(
                        found.file(),
                        found.proof().vouched().name(),
                        government ? "commercial clouds" : "US government clouds",
                        government ? "a US government cloud" : "another one",
                        place(found.proof().statement())),
                "Compare it with a package that you download by hand in the portal of your cloud."));
  }

  private static Optional<Diagnostic> purpose(OnboardingPackage found, Expectation expected) {
    if (expected.purpose().filter(Purpose.ONBOARDING::equals).isPresent() && !found.onboards()) {
      return Optional.of(
          Diagnostic.error(
              OnboardingCode.PACKAGE_OFFBOARDS,
              "%s offboards servers; an onboarding package is expected here."
                  .formatted(found.file()),
              "In the portal choose Onboarding, then 'Group Policy', and download that package."));
    }
    if (expected.purpose().filter(Purpose.OFFBOARDING::equals).isPresent() && found.onboards()) {
      return Optional.of(
          Diagnostic.error(
              OnboardingCode.PACKAGE_ONBOARDS,
              "%s onboards servers; an offboarding package is expected here."
                  .formatted(found.file()),
              "In the portal choose Offboarding, then 'Group Policy', and download that package."));
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
                  "%s is the local script, which asks questions and would wait for ever on a server."
                      .formatted(found.file()),
                  GROUP_POLICY));
      case VDI, OTHER_SYSTEM ->
          Optional.of(
              Diagnostic.error(
                  OnboardingCode.PACKAGE_FOR_ANOTHER_METHOD,
                  "%s is the package for %s; servers are onboarded with that of Group Policy."
                      .formatted(found.file(), found.method().title()),
                  GROUP_POLICY));
    };
  }

  private static Optional<Diagnostic> tenant(OnboardingPackage found, UUID orgId) {
    BlobStatement statement = found.proof().statement();
    return statement.isFor(orgId)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                OnboardingCode.PACKAGE_OF_ANOTHER_TENANT,
                "The %s package belongs to another tenant: %s is for orgId %s, the manifest says %s."
                    .formatted(
                        found.onboards() ? "onboarding" : "offboarding",
                        found.file(),
                        statement.orgId(),
                        orgId),
                "Download the package in the portal of the right tenant, or correct 'tenant.orgId'. Nothing was staged."));
  }

  private static Optional<Diagnostic> geography(OnboardingPackage found, Geography wanted) {
    Set<Geography> seen = Geographies.of(found.proof().statement());
    if (seen.equals(Set.of(wanted))) {
      return Optional.empty();
    }
    String place = place(found.proof().statement());
    return Optional.of(
        seen.isEmpty()
            ? Diagnostic.error(
                OnboardingCode.PACKAGE_GEOGRAPHY_UNKNOWN,
                "%s does not tell where its data goes: %s.".formatted(found.file(), place),
                "If that is right for this tenant, take 'tenant.geo' out of the manifest.")
            : Diagnostic.error(
                OnboardingCode.PACKAGE_OF_ANOTHER_GEOGRAPHY,
                "%s sends data to %s (%s); the manifest says %s."
                    .formatted(
                        found.file(),
                        seen.stream().map(Geography::word).collect(Collectors.joining(" and ")),
                        place,
                        wanted.word()),
                "Where a tenant's data lies is final. Download the package of the right tenant, or correct 'tenant.geo'."));
  }

  private static String place(BlobStatement statement) {
    return "data center %s, %s"
        .formatted(
            statement.datacenter().orElse("not named"),
            statement.serviceUrl().orElse("no service address"));
  }

  private static Optional<Diagnostic> certificates(OnboardingPackage found, Expectation expected) {
    String ended =
        found.proof().chain().stream()
            .filter(certificate -> certificate.expired(expected.asOf()))
            .map(Acceptance::shown)
            .collect(Collectors.joining(", "));
    return ended.isEmpty()
        ? Optional.empty()
        : Optional.of(
            note(
                OnboardingCode.PACKAGE_CERTIFICATE_ENDED,
                "Certificates that signed %s have ended since: %s.".formatted(found.file(), ended),
                "Packages have gone on working after that. A new download has a newer certificate."));
  }

  private static String shown(CertificateFacts certificate) {
    return "%s on %s"
        .formatted(certificate.name(), LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC));
  }

  private static Diagnostic note(DiagnosticCode code, String problem, String remedy) {
    return Diagnostic.warning(code, problem, remedy).as(Severity.NOTE);
  }
}
