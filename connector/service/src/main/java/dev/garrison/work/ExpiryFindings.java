package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.manifest.Exemption;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.value.PackagePublisher;
import dev.garrison.manifest.value.PackageTrust;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.payload.Packages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Finds parts of a manifest that expire. */
final class ExpiryFindings {
  /** Notice period: time to order a certificate, and for a change board to meet. */
  private static final Duration NOTICE = Duration.ofDays(30);

  private static final String NEW_PACKAGE =
      "Download a new offboarding package from the portal: it holds for seven days. Name it at 'offboard[].package'.";

  private final BiFunction<Manifest, Instant, Packages> packages;
  private final Instant now;
  private final ZoneId zone;

  /**
   * @param packages verifies the packages of a manifest, or refuses
   */
  ExpiryFindings(BiFunction<Manifest, Instant, Packages> packages, Instant now, ZoneId zone) {
    this.packages = packages;
    this.now = now;
    this.zone = zone;
  }

  /** Parts that have expired or will expire soon. */
  List<Diagnostic> of(Manifest manifest) {
    List<Diagnostic> findings = new ArrayList<>();
    manifest.exemptions().forEach(exemption -> exemption(exemption, findings));
    files(manifest).forEach(file -> certificates(file, findings));
    try {
      Packages proven = packages.apply(manifest, now);
      findings.addAll(proven.warnings());
      proven
          .offboarding()
          .forEach((entry, offboarding) ->
              ends(
                  "The offboarding package of '%s'".formatted(entry),
                  offboarding.ends(),
                  NEW_PACKAGE,
                  findings));
    } catch (RefusalException refusal) {
      findings.addAll(refusal.diagnostics());
    }
    return findings;
  }

  private void exemption(Exemption exemption, List<Diagnostic> findings) {
    ends(
        "The exception for '%s'".formatted(exemption.server()),
        exemption.until().plusDays(1).atStartOfDay(zone).toInstant(),
        "Agree on a new date with %s, or remove the entry. Afterwards the server is treated like any other."
            .formatted(exemption.owner()),
        findings);
  }

  /** The certificate files that the manifest names. */
  private static Set<Path> files(Manifest manifest) {
    Set<Path> files = new LinkedHashSet<>();
    anchors(manifest.site().access(), files);
    manifest.wsus().servers().stream()
        .map(WsusServer::access)
        .forEach(access -> anchors(access, files));
    PackageTrust packages = manifest.packages().trust();
    packages.publishers().stream().map(PackagePublisher::certificate).forEach(files::add);
    packages.signers().stream()
        .flatMap(signer -> signer.root().stream())
        .forEach(root -> file(root).ifPresent(files::add));
    return files;
  }

  private static void anchors(ServerAccess access, Set<Path> files) {
    access.trust().forEach(anchor -> file(anchor).ifPresent(files::add));
  }

  /** The certificate file of a trust anchor; other anchors have no date to read here. */
  private static Optional<Path> file(TrustAnchor anchor) {
    return switch (anchor) {
      case TrustAnchor.CertificateFile(Path file) -> Optional.of(file);
      case TrustAnchor.SystemAuthorities _, TrustAnchor.Pin _ -> Optional.empty();
    };
  }

  private void certificates(Path file, List<Diagnostic> findings) {
    try (InputStream stream = Files.newInputStream(file)) {
      for (Certificate each :
          CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
        if (each instanceof X509Certificate certificate) {
          ends(
              "The certificate '%s' in %s"
                  .formatted(certificate.getSubjectX500Principal().getName(), file),
              certificate.getNotAfter().toInstant(),
              "Put its successor into the file, beside it.",
              findings);
        }
      }
    } catch (IOException | CertificateException e) {
      findings.add(
          Diagnostic.error(
              JobCode.EXPIRES_SOON,
              "%s cannot be read: %s.".formatted(file, e.getMessage()),
              "Whatever checks a certificate against it fails. Put the file back."));
    }
  }

  private void ends(String what, Instant end, String remedy, List<Diagnostic> findings) {
    if (end.isAfter(now.plus(NOTICE))) {
      return;
    }
    boolean over = !end.isAfter(now);
    LocalDate day = LocalDate.ofInstant(end.minusNanos(1), zone);
    String problem = "%s %s on %s.".formatted(what, over ? "ended" : "ends", day);
    findings.add(
        over
            ? Diagnostic.error(JobCode.EXPIRES_SOON, problem, remedy)
            : Diagnostic.warning(JobCode.EXPIRES_SOON, problem, remedy));
  }
}
