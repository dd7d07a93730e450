package dev.garrison.payload.signature;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Place;
import dev.garrison.payload.SignatureReport.Status;
import dev.garrison.payload.signer.CertificateFacts;
import dev.garrison.payload.signer.Signer;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Result of verifying the signatures of a file.
 *
 * @param certificate the signer's, when the report is valid
 * @param findings objections to the file; only warnings when it is valid
 * @param chain from the signer's certificate upward, as far as it is known; empty when the
 *     signature does not match the file
 */
public record Proof(
    SignatureReport report,
    Optional<X509Certificate> certificate,
    List<Diagnostic> findings,
    List<X509Certificate> chain) {
  private static final Text AGAIN = Text.of("signature.download-again");

  public Proof {
    findings = List.copyOf(findings);
    chain = List.copyOf(chain);
  }

  private Proof(
      SignatureReport report, Optional<X509Certificate> certificate, List<Diagnostic> findings) {
    this(report, certificate, findings, List.of());
  }

  /** The same for a signature that matches the file, by a signer with this chain. */
  Proof along(List<X509Certificate> theChain) {
    return new Proof(report, certificate, findings, theChain);
  }

  /**
   * The signer.
   *
   * @throws RefusalException when no signature matches the file
   */
  public Signer signer() {
    if (chain.isEmpty()) {
      throw new RefusalException(findings);
    }
    return new Signer(
        chain.stream().map(CertificateFacts::of).toList(),
        certificate.isPresent(),
        certificate,
        DistinguishedName.of(chain.getFirst().getSubjectX500Principal())
            .commonName()
            .map(
                "- {certificate: \"FILE WITH THE ROOT'S CERTIFICATE\", publisher: \"%s\"}"
                    ::formatted),
        findings);
  }

  /**
   * The first valid result, or else all results together.
   *
   * @param each of the primary signature first, then of those nested in it
   */
  static Proof of(List<Proof> each) {
    if (each.size() == 1) {
      return each.getFirst();
    }
    List<SignatureReport> reports = new ArrayList<>();
    for (Proof proof : each) {
      reports.add(proof.report().at(reports.isEmpty() ? Place.PRIMARY : Place.NESTED));
    }
    for (int i = 0; i < each.size(); i++) {
      if (each.get(i).certificate().isPresent()) {
        return new Proof(
            reports.remove(i).beside(reports),
            each.get(i).certificate(),
            each.get(i).findings(),
            each.get(i).chain());
      }
    }
    return new Proof(
        reports.removeFirst().beside(reports),
        Optional.empty(),
        each.stream().flatMap(proof -> proof.findings().stream()).toList(),
        each.getFirst().chain());
  }

  static Proof unsigned(Text file) {
    return new Proof(
        SignatureReport.unsigned(),
        Optional.empty(),
        List.of(
            Diagnostic.error(
                SignatureCode.SIGNATURE_MISSING,
                new Message(Text.of("signature.missing", "file", file), AGAIN))));
  }

  static Proof unusable(Text file, Text why) {
    return failed(
        Status.UNUSABLE,
        Optional.empty(),
        Diagnostic.error(
            SignatureCode.SIGNATURE_UNUSABLE,
            new Message(Text.of("signature.unusable", "file", file, "reason", why), AGAIN)));
  }

  static Proof unusable(Text file, X509Certificate signer, Text why) {
    return failed(
        Status.UNUSABLE,
        Optional.of(signer),
        Diagnostic.error(
            SignatureCode.SIGNATURE_UNUSABLE,
            new Message(Text.of("signature.unusable", "file", file, "reason", why), AGAIN)));
  }

  static Proof tampered(Text file, Optional<X509Certificate> signer) {
    return failed(
        Status.TAMPERED,
        signer,
        Diagnostic.error(
            SignatureCode.FILE_TAMPERED, Message.of("signature.tampered", "file", file)));
  }

  static Proof untrusted(Text file, X509Certificate signer) {
    return failed(
        Status.UNTRUSTED_ROOT,
        Optional.of(signer),
        Diagnostic.error(
            SignatureCode.SIGNER_UNTRUSTED,
            Message.of("signature.untrusted", "file", file, "signer", spoken(signer))));
  }

  /** Result for a timestamp that was altered or belongs to another signature. */
  static Proof unusableFor(Text file, X509Certificate signer, Timestamp.Bad timestamp) {
    return failed(
        Status.UNUSABLE,
        Optional.of(signer),
        Diagnostic.error(
            SignatureCode.SIGNATURE_UNUSABLE,
            new Message(
                Text.of("signature.timestamp-breaks", "file", file, "reason", timestamp.why()),
                AGAIN)));
  }

  static Proof expired(Text file, Chain chain, Timestamp timestamp) {
    if (chain.forItsLifetime()) {
      return ended(
          Status.LIFETIME_ENDED,
          chain,
          Message.of("signature.lifetime-ended", "file", file, "until", until(chain)));
    }
    return timestamp instanceof Timestamp.Bad bad
        ? ended(
            Status.EXPIRED_WITH_BAD_TIMESTAMP,
            chain,
            Message.of(
                "signature.expired-bad-timestamp",
                "file",
                file,
                "until",
                until(chain),
                "reason",
                bad.why()))
        : ended(
            Status.EXPIRED_WITHOUT_TIMESTAMP,
            chain,
            Message.of("signature.expired", "file", file, "until", until(chain)));
  }

  private static Instant until(Chain chain) {
    return chain.certificates().getFirst().getNotAfter().toInstant();
  }

  private static Proof ended(Status status, Chain chain, Message message) {
    return failed(
        status,
        Optional.of(chain.certificates().getFirst()),
        Diagnostic.error(SignatureCode.SIGNER_EXPIRED, message));
  }

  static Proof anotherPublisher(Text file, Chain chain, Timestamp timestamp) {
    X509Certificate signer = chain.certificates().getFirst();
    return new Proof(
        report(Status.WRONG_PUBLISHER, Optional.of(signer), timestamp.time())
            .under(TrustedPublishers.added(chain.root())),
        Optional.empty(),
        List.of(
            Diagnostic.error(
                SignatureCode.SIGNED_BY_ANOTHER_PUBLISHER,
                Message.of(
                    "signature.another-publisher", "file", file, "signer", spoken(signer)))));
  }

  static Proof valid(Text file, Chain chain, Timestamp timestamp) {
    X509Certificate signer = chain.certificates().getFirst();
    return new Proof(
        report(Status.VALID, Optional.of(signer), timestamp.time())
            .under(TrustedPublishers.added(chain.root())),
        Optional.of(signer),
        switch (timestamp) {
          case Timestamp.Absent _, Timestamp.Good _ -> List.of();
          case Timestamp.Bad bad ->
              List.of(
                  Diagnostic.warning(
                      SignatureCode.TIMESTAMP_UNUSABLE,
                      Message.of(
                          "signature.timestamp-unusable",
                          "file",
                          file,
                          "reason",
                          bad.why(),
                          "ends",
                          chain.ends())));
        });
  }

  private static Proof failed(Status status, Optional<X509Certificate> signer, Diagnostic finding) {
    return new Proof(report(status, signer, Optional.empty()), Optional.empty(), List.of(finding));
  }

  private static SignatureReport report(
      Status status, Optional<X509Certificate> signer, Optional<Instant> timestamp) {
    return new SignatureReport(
        status,
        signer.map(Proof::spoken).map(Text::toString),
        signer.flatMap(
            certificate -> DistinguishedName.of(certificate.getIssuerX500Principal()).commonName()),
        timestamp);
  }

  private static Text spoken(X509Certificate certificate) {
    return DistinguishedName.spoken(certificate.getSubjectX500Principal());
  }
}
