package dev.garrison.share.smbj;

import com.hierynomus.security.AEADBlockCipher;
import com.hierynomus.security.Cipher;
import com.hierynomus.security.DerivationFunction;
import com.hierynomus.security.Mac;
import com.hierynomus.security.MessageDigest;
import com.hierynomus.security.SecurityException;
import com.hierynomus.security.SecurityProvider;
import com.hierynomus.security.bc.BCSecurityProvider;
import com.hierynomus.security.jce.JceSecurityProvider;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cryptographic algorithms for smbj: the JDK's, which use the processor's own instructions.
 * BouncyCastle's are used only where the JDK has none: MD4 for NTLM, AES-CCM for SMB 3.0.
 */
final class FastSecurity implements SecurityProvider {
  private static final ThreadLocal<byte @Nullable []> LAST_SIGNATURE = new ThreadLocal<>();

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
    return new Remembered(mac(name));
  }

  private Mac mac(String name) throws SecurityException {
    if (name.equals("AesCmac")) {
      return new AesCmac();
    }
    try {
      return first.getMac(name);
    } catch (SecurityException absent) {
      return second.getMac(name);
    }
  }

  /** Forgets the last signature of this thread. */
  void forgetSignature() {
    LAST_SIGNATURE.remove();
  }

  /** Whether the last signature that this thread computed, if any, begins with the same bytes. */
  boolean lastSignatureFits(byte[] signature) {
    byte[] computed = LAST_SIGNATURE.get();
    return computed == null
        || java.security.MessageDigest.isEqual(
            Arrays.copyOf(computed, signature.length), signature);
  }

  /** Message authentication code that remembers its last result for the thread that computed it. */
  private static final class Remembered implements Mac {
    private final Mac mac;

    private Remembered(Mac mac) {
      this.mac = mac;
    }

    @Override
    public void init(byte[] key) throws SecurityException {
      mac.init(key);
    }

    @Override
    public void update(byte b) {
      mac.update(b);
    }

    @Override
    public void update(byte[] array) {
      mac.update(array);
    }

    @Override
    public void update(byte[] array, int offset, int length) {
      mac.update(array, offset, length);
    }

    @Override
    public byte[] doFinal() {
      byte[] result = mac.doFinal();
      LAST_SIGNATURE.set(result);
      return result;
    }

    @Override
    public void reset() {
      mac.reset();
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

  /** The key derivation function, which is used once for each session. */
  @Override
  public DerivationFunction getDerivationFunction(String name) throws SecurityException {
    return second.getDerivationFunction(name);
  }
}
