package dev.garrison.share.jcifs;

import dev.garrison.connection.kerberos.KerberosContext;
import dev.garrison.diagnostic.RefusalException;
import java.util.Arrays;
import jcifs.CIFSException;
import jcifs.smb.SSPContext;
import jcifs.smb.SmbException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jspecify.annotations.Nullable;

/** Adapts a Kerberos security context to jcifs-ng; JGSS does SPNEGO itself. */
final class KerberosSsp implements SSPContext {
  private static final ASN1ObjectIdentifier KERBEROS =
      new ASN1ObjectIdentifier("1.2.840.113554.1.2.2");

  private final KerberosContext context;

  KerberosSsp(KerberosContext context) {
    this.context = context;
  }

  @Override
  public byte @Nullable [] initSecContext(byte @Nullable [] token, int offset, int length)
      throws CIFSException {
    try {
      byte[] fromServer =
          token == null ? new byte[0] : Arrays.copyOfRange(token, offset, offset + length);
      return context.next(fromServer).orElse(null);
    } catch (RefusalException e) {
      throw new SmbException("no ticket", e);
    }
  }

  @Override
  public boolean isEstablished() {
    return context.established();
  }

  @Override
  public byte[] getSigningKey() throws CIFSException {
    try {
      return context.sessionKey();
    } catch (RefusalException e) {
      throw new SmbException("no key", e);
    }
  }

  @Override
  public @Nullable String getNetbiosName() {
    return null;
  }

  @Override
  public void dispose() {}

  @Override
  public boolean isSupported(ASN1ObjectIdentifier mechanism) {
    return KERBEROS.equals(mechanism);
  }

  @Override
  public boolean isPreferredMech(ASN1ObjectIdentifier mechanism) {
    return KERBEROS.equals(mechanism);
  }

  @Override
  public int getFlags() {
    return 0;
  }

  @Override
  public ASN1ObjectIdentifier[] getSupportedMechs() {
    return new ASN1ObjectIdentifier[] {KERBEROS};
  }

  @Override
  public boolean supportsIntegrity() {
    return false;
  }

  @Override
  public byte[] calculateMIC(byte[] data) throws CIFSException {
    throw new CIFSException("JGSS has looked after that");
  }

  @Override
  public void verifyMIC(byte[] data, byte[] mic) throws CIFSException {
    throw new CIFSException("JGSS has looked after that");
  }

  @Override
  public boolean isMICAvailable() {
    return false;
  }
}
