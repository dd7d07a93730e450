package dev.garrison.payload.signature;

import dev.garrison.language.Text;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Relevant attributes of a certificate's subject or issuer. An attribute that occurs twice counts
 * as absent.
 */
record DistinguishedName(Optional<String> commonName, Optional<String> organization) {
  static DistinguishedName of(X500Principal principal) {
    X500Name name = X500Name.getInstance(principal.getEncoded());
    return new DistinguishedName(only(name, BCStyle.CN), only(name, BCStyle.O));
  }

  /** The common name, for messages. */
  static Text spoken(X500Principal principal) {
    return of(principal)
        .commonName()
        .map(Text::verbatim)
        .orElseGet(() -> Text.of("signature.signer-unnamed"));
  }

  private static Optional<String> only(X500Name name, ASN1ObjectIdentifier attribute) {
    RDN[] found = name.getRDNs(attribute);
    return found.length == 1 && !found[0].isMultiValued()
        ? Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()))
        : Optional.empty();
  }
}
