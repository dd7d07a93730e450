package dev.garrison.probe;

import dev.garrison.connection.tls.Handshake;
import dev.garrison.connection.tls.ServerCertificate;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text for a server's certificate, with the manifest lines that would make Garrison trust it. */
final class CertificateView {
  private static final long SOON = 30;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private final List<String> trust;

  /**
   * @param trust the lines of the manifest above and before a digest
   */
  CertificateView(InstantSource clock, List<String> trust) {
    this.clock = clock;
    this.trust = trust;
  }

  Outcome outcome(Handshake handshake) {
    Optional<Diagnostic> refusal = handshake.refusal();
    if (refusal.isPresent()) {
      return new Outcome.Failed(
          Outcome.NONE,
          List.of(refusal.get()),
          handshake.certificate().map(met -> lines(met, refusal.get())).orElse(List.of()));
    }
    ServerCertificate met = handshake.certificate().orElseThrow();
    Duration left = Duration.between(clock.instant(), met.notAfter());
    Text text =
        Text.of(
            "probe.certificate",
            "subject",
            name(met.subject()),
            "protocol",
            handshake.protocol().orElse("").replaceFirst("^TLSv", "TLS "),
            "issuer",
            name(met.issuer()),
            "day",
            DAY.format(met.notAfter()),
            "left",
            left,
            "digest",
            met.sha256());
    return left.toDays() >= SOON
        ? new Outcome.Passed(text)
        : new Outcome.Warned(
            text,
            List.of(
                Diagnostic.warning(
                    ProbeCode.CERTIFICATE_ENDS_SOON,
                    Message.of("probe.certificate-ends", "left", left))));
  }

  private static Text name(String name) {
    return name.isEmpty() ? Text.of("probe.no-name") : Text.verbatim(name);
  }

  /** Manifest lines that would trust it; none if it is expired, or not valid yet. */
  private List<String> lines(ServerCertificate met, Diagnostic refusal) {
    Instant now = clock.instant();
    boolean helps =
        refusal.remedy().contains(met.sha256().toString())
            && !met.notBefore().isAfter(now)
            && !met.notAfter().isBefore(now);
    if (!helps) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(trust);
    lines.add(lines.removeLast() + "\"sha256:" + met.sha256() + "\"");
    return lines;
  }
}
