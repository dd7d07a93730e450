package dev.garrison.payload.signature;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.payload.Inspection;
import dev.garrison.payload.PackageFile;
import dev.garrison.payload.PackageInspector;
import dev.garrison.payload.Requirements;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/** Who signed a file that is proven. */
public final class Signers {
  private final PackageInspector inspector;

  public Signers(PackageInspector inspector) {
    this.inspector = inspector;
  }

  /**
   * The signer's certificate.
   *
   * @throws RefusalException when the signature proves nothing, with the reason
   */
  public X509Certificate of(Path path, Requirements requirements) {
    Inspection inspection = inspector.inspect(path, requirements);
    if (inspection.kind().orElse(null) instanceof SignedKind kind) {
      Proof proof = prove(path, kind, requirements);
      return proof.certificate().orElseThrow(() -> new RefusalException(proof.findings()));
    }
    throw new RefusalException(
        inspection.kind().isPresent()
            ? unsigned(path)
            : inspection.description().findings().getFirst());
  }

  private static Proof prove(Path path, SignedKind kind, Requirements requirements) {
    try (PackageFile file = PackageFile.open(path)) {
      return kind.prove(file, requirements);
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              SignatureCode.SIGNATURE_UNUSABLE,
              "The signature of %s cannot be read: %s.".formatted(path, e.getMessage()),
              "Download the file again."),
          e);
    }
  }

  private static Diagnostic unsigned(Path path) {
    return Diagnostic.error(
        SignatureCode.SIGNATURE_MISSING,
        path + " is of a kind that carries no Authenticode signature.",
        "Name md4ws.msi, install.ps1 or UpdatePlatform.exe.");
  }
}
