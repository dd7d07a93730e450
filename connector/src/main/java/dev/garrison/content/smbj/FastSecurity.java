package dev.garrison.content.smbj;

import com.hierynomus.security.AEADBlockCipher;
import com.hierynomus.security.Cipher;
import com.hierynomus.security.DerivationFunction;
import com.hierynomus.security.Mac;
import com.hierynomus.security.MessageDigest;
import com.hierynomus.security.SecurityException;
import com.hierynomus.security.SecurityProvider;
import com.hierynomus.security.bc.BCSecurityProvider;
import com.hierynomus.security.jce.JceSecurityProvider;

/**
 * The JDK's algorithms, which use the processor's own instructions, and BouncyCastle's for what the
 * JDK lacks: MD4 for NTLM, AES-CCM for SMB 3.0.
 */
final class FastSecurity implements SecurityProvider {
  private final SecurityProvider first = new JceSecurityProvider();
  private final SecurityProvider second = new BCSecurityProvider();

  @Override
  public MessageDigest getDigest(String name) throws SecurityException {
    try {
      return first.getDigest(name);
    } catch (SecurityException absent) {
      return second.getDigest(name);
    }
  }

  @Override
  public Mac getMac(String name) throws SecurityException {
    if (name.equals("AesCmac")) {
      return new AesCmac();
    }
    try {
      return first.getMac(name);
    } catch (SecurityException absent) {
      return second.getMac(name);
    }
  }

  @Override
  public Cipher getCipher(String name) throws SecurityException {
    try {
      return first.getCipher(name);
    } catch (SecurityException absent) {
      return second.getCipher(name);
    }
  }

  @Override
  public AEADBlockCipher getAEADBlockCipher(String name) throws SecurityException {
    try {
      return first.getAEADBlockCipher(name);
    } catch (SecurityException absent) {
      return second.getAEADBlockCipher(name);
    }
  }

  /** Used once for each session. */
  @Override
  public DerivationFunction getDerivationFunction(String name) throws SecurityException {
    return second.getDerivationFunction(name);
  }
}
