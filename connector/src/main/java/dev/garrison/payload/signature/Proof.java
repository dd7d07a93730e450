package dev.garrison.payload.signature;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.payload.SignatureReport;
import dev.garrison.payload.SignatureReport.Status;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What a signature proves of a file.
 *
 * @param certificate the signer's, when the report is valid
 * @param finding what speaks against the file, if anything
 */
public record Proof(
    SignatureReport report, Optional<X509Certificate> certificate, Optional<Diagnostic> finding) {
  private static final String AGAIN =
      "Download the file again, with a browser and not by copying its text, and do not edit it.";

  static Proof unsigned(String file) {
    return new Proof(
        SignatureReport.unsigned(),
        Optional.empty(),
        Optional.of(
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
                .formatted(file, name(signer)),
            "Only Microsoft's own authorities count, and those that 'trust' in the manifest names."));
  }

  static Proof expired(String file, X509Certificate signer) {
    return failed(
        Status.EXPIRED_WITHOUT_TIMESTAMP,
        Optional.of(signer),
        Diagnostic.error(
            SignatureCode.SIGNER_EXPIRED,
            "The certificate that signed %s was valid until %s, and no trusted timestamp says that it was signed before."
                .formatted(file, signer.getNotAfter().toInstant()),
            "Use a newer download, or one whose signature has a timestamp."));
  }

  static Proof anotherPublisher(String file, X509Certificate signer, Optional<Instant> timestamp) {
    return new Proof(
        report(Status.WRONG_PUBLISHER, Optional.of(signer), timestamp),
        Optional.empty(),
        Optional.of(
            Diagnostic.error(
                SignatureCode.SIGNED_BY_ANOTHER_PUBLISHER,
                "%s is signed by '%s', whose code does not belong into this place."
                    .formatted(file, name(signer)),
                "Microsoft signs its own code as Microsoft Corporation, Microsoft Windows or Microsoft Windows Publisher. "
                    + AGAIN)));
  }

  static Proof valid(X509Certificate signer, Optional<Instant> timestamp) {
    return new Proof(
        report(Status.VALID, Optional.of(signer), timestamp),
        Optional.of(signer),
        Optional.empty());
  }

  private static Proof failed(Status status, Optional<X509Certificate> signer, Diagnostic finding) {
    return new Proof(
        report(status, signer, Optional.empty()), Optional.empty(), Optional.of(finding));
  }

  private static SignatureReport report(
      Status status, Optional<X509Certificate> signer, Optional<Instant> timestamp) {
    return new SignatureReport(
        status,
        signer.map(Proof::name),
        signer.flatMap(
            certificate -> DistinguishedName.of(certificate.getIssuerX500Principal()).commonName()),
        timestamp);
  }

  private static String name(X509Certificate certificate) {
    return DistinguishedName.of(certificate.getSubjectX500Principal())
        .commonName()
        .orElse("somebody without a name");
  }
}
