package dev.garrison.payload.signature;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
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
  private static final String NEWER = "Use a newer download.";
  private static final String AGAIN =
      "Download the file again, with a browser and not by copying its text, and do not edit it.";

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

  static Proof unsigned(String file) {
    return new Proof(
        SignatureReport.unsigned(),
        Optional.empty(),
        List.of(
            Diagnostic.error(
                SignatureCode.SIGNATURE_MISSING,
                file + " has no signature, so nothing proves whose it is.",
                AGAIN)));
  }

  static Proof unusable(String file, String why) {
    return failed(
        Status.UNUSABLE,
        Optional.empty(),
        Diagnostic.error(
            SignatureCode.SIGNATURE_UNUSABLE,
            "The signature of %s cannot be used: %s.".formatted(file, why),
            AGAIN));
  }

  static Proof unusable(String file, X509Certificate signer, String why) {
    return failed(
        Status.UNUSABLE,
        Optional.of(signer),
        Diagnostic.error(
            SignatureCode.SIGNATURE_UNUSABLE,
            "The signature of %s cannot be used: %s.".formatted(file, why),
            AGAIN));
  }

  static Proof tampered(String file, Optional<X509Certificate> signer) {
    return failed(
        Status.TAMPERED,
        signer,
        Diagnostic.error(
            SignatureCode.FILE_TAMPERED,
            file + " was changed after it was signed.",
            "Do not use it, and find out who changed it. " + AGAIN));
  }

  static Proof untrusted(String file, X509Certificate signer) {
    return failed(
        Status.UNTRUSTED_ROOT,
        Optional.of(signer),
        Diagnostic.error(
            SignatureCode.SIGNER_UNTRUSTED,
            "%s is signed by '%s', and no trusted authority stands behind that."
                .formatted(file, spoken(signer)),
            "Only Microsoft's own authorities count, and those that 'trust' in the manifest names."));
  }

  /** Result for a timestamp that was altered or belongs to another signature. */
  static Proof unusableFor(String file, X509Certificate signer, Timestamp.Bad timestamp) {
    return failed(
        Status.UNUSABLE,
        Optional.of(signer),
        Diagnostic.error(
            SignatureCode.SIGNATURE_UNUSABLE,
            "The signature of %s cannot be used because of its timestamp: %s."
                .formatted(file, timestamp.why()),
            AGAIN));
  }

  static Proof expired(String file, Chain chain, Timestamp timestamp) {
    if (chain.forItsLifetime()) {
      return ended(
          Status.LIFETIME_ENDED,
          file,
          chain,
          "what it signs ends with it (lifetime signing), whatever the timestamp",
          NEWER);
    }
    return timestamp instanceof Timestamp.Bad bad
        ? ended(
            Status.EXPIRED_WITH_BAD_TIMESTAMP,
            file,
            chain,
            "its timestamp does not count: " + bad.why(),
            NEWER)
        : ended(
            Status.EXPIRED_WITHOUT_TIMESTAMP,
            file,
            chain,
            "no timestamp says that it was signed before",
            "Use a newer download, or one whose signature has a timestamp.");
  }

  private static Proof ended(
      Status status, String file, Chain chain, String consequence, String remedy) {
    X509Certificate signer = chain.certificates().getFirst();
    return failed(
        status,
        Optional.of(signer),
        Diagnostic.error(
            SignatureCode.SIGNER_EXPIRED,
            "The certificate that signed %s was valid until %s, and %s."
                .formatted(file, signer.getNotAfter().toInstant(), consequence),
            remedy));
  }

  static Proof anotherPublisher(String file, Chain chain, Timestamp timestamp) {
    X509Certificate signer = chain.certificates().getFirst();
    return new Proof(
        report(Status.WRONG_PUBLISHER, Optional.of(signer), timestamp.time())
            .under(TrustedPublishers.added(chain.root())),
        Optional.empty(),
        List.of(
            Diagnostic.error(
                SignatureCode.SIGNED_BY_ANOTHER_PUBLISHER,
                "%s is signed by '%s', whose code does not belong into this place."
                    .formatted(file, spoken(signer)),
                "Microsoft signs its own code as Microsoft Corporation, Microsoft Windows or Microsoft Windows Publisher. "
                    + AGAIN)));
  }

  static Proof valid(String file, Chain chain, Timestamp timestamp) {
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
                      "The timestamp of %s does not count: %s. Its signature counts until its certificates end, at %s."
                          .formatted(file, bad.why(), chain.ends()),
                      "Use a newer download before that."));
        });
  }

  private static Proof failed(Status status, Optional<X509Certificate> signer, Diagnostic finding) {
    return new Proof(report(status, signer, Optional.empty()), Optional.empty(), List.of(finding));
  }

  private static SignatureReport report(
      Status status, Optional<X509Certificate> signer, Optional<Instant> timestamp) {
    return new SignatureReport(
        status,
        signer.map(Proof::spoken),
        signer.flatMap(
            certificate -> DistinguishedName.of(certificate.getIssuerX500Principal()).commonName()),
        timestamp);
  }

  private static String spoken(X509Certificate certificate) {
    return DistinguishedName.spoken(certificate.getSubjectX500Principal());
  }
}
