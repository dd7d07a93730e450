package dev.garrison.work;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.language.Message;
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
                  "finding.package-ended",
                  "finding.package-ends",
                  offboarding.ends(),
                  findings,
                  "entry",
                  entry));
    } catch (RefusalException refusal) {
      findings.addAll(refusal.diagnostics());
    }
    return findings;
  }

  private void exemption(Exemption exemption, List<Diagnostic> findings) {
    ends(
        "finding.exemption-ended",
        "finding.exemption-ends",
        exemption.until().plusDays(1).atStartOfDay(zone).toInstant(),
        findings,
        "server",
        exemption.server(),
        "owner",
        exemption.owner());
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
              "finding.certificate-ended",
              "finding.certificate-ends",
              certificate.getNotAfter().toInstant(),
              findings,
              "name",
              certificate.getSubjectX500Principal().getName(),
              "file",
              file);
        }
      }
    } catch (IOException | CertificateException e) {
      findings.add(
          Diagnostic.error(
              JobCode.EXPIRES_SOON,
              Message.of("finding.certificate-unread", "file", file, "reason", e)));
    }
  }

  /**
   * Reports an end that is near or over.
   *
   * @param over key of the message for an end that is over
   * @param near key of the message for an end that is near
   */
  private void ends(
      String over, String near, Instant end, List<Diagnostic> findings, Object... places) {
    if (end.isAfter(now.plus(NOTICE))) {
      return;
    }
    boolean isOver = !end.isAfter(now);
    List<Object> all = new ArrayList<>(List.of(places));
    all.add("day");
    all.add(LocalDate.ofInstant(end.minusNanos(1), zone));
    Message message = Message.of(isOver ? over : near, all.toArray());
    findings.add(
        isOver
            ? Diagnostic.error(JobCode.EXPIRES_SOON, message)
            : Diagnostic.warning(JobCode.EXPIRES_SOON, message));
  }
}
