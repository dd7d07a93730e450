package dev.garrison.share.smbj;

import com.hierynomus.security.Mac;
import com.hierynomus.security.SecurityException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CMAC (RFC 4493), which signs SMB 3, built on the JDK's AES in CBC mode. The JDK has no CMAC,
 * and BouncyCastle's does not use the processor's AES instructions.
 */
final class AesCmac implements Mac {
  private static final int BLOCK = 16;
  private static final int SCRATCH = 8192;
  private static final byte FEEDBACK = (byte) 0x87;

  private final Cipher chain;
  private final byte[] last = new byte[BLOCK];
  private final byte[] scratch = new byte[SCRATCH];
  private byte[] whole = new byte[BLOCK];
  private byte[] padded = new byte[BLOCK];
  private int held;

  AesCmac() throws SecurityException {
    try {
      this.chain = Cipher.getInstance("AES/CBC/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new SecurityException(e);
    }
  }

  @Override
  public void init(byte[] key) throws SecurityException {
    try {
      chain.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK]));
      whole = doubled(chain.doFinal(new byte[BLOCK]));
      padded = doubled(whole);
      held = 0;
    } catch (GeneralSecurityException e) {
      throw new SecurityException(e);
    }
  }

  @Override
  public void update(byte b) {
    update(new byte[] {b}, 0, 1);
  }

  @Override
  public void update(byte[] array) {
    update(array, 0, array.length);
  }

  /** Processes bytes, but keeps the last block, because only that is combined with a subkey. */
  @Override
  public void update(byte[] array, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (held == BLOCK) {
        pass(last, 0, BLOCK);
        held = 0;
      }
      if (held == 0 && left > BLOCK) {
        int blocks = Math.min((left - 1) / BLOCK * BLOCK, SCRATCH);
        pass(array, from, blocks);
        from += blocks;
        left -= blocks;
      } else {
        int taken = Math.min(BLOCK - held, left);
        System.arraycopy(array, from, last, held, taken);
        held += taken;
        from += taken;
        left -= taken;
      }
    }
  }

  private void pass(byte[] array, int offset, int length) {
    try {
      chain.update(array, offset, length, scratch, 0);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("the scratch buffer takes every piece", e);
    }
  }

  @Override
  public byte[] doFinal() {
    byte[] subkey = held == BLOCK ? whole : padded;
    if (held < BLOCK) {
      last[held] = (byte) 0x80;
      Arrays.fill(last, held + 1, BLOCK, (byte) 0);
    }
    for (int i = 0; i < BLOCK; i++) {
      last[i] ^= subkey[i];
    }
    held = 0;
    try {
      return chain.doFinal(last);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("whole blocks need no padding", e);
    }
  }

  @Override
  public void reset() {
    held = 0;
    try {
      chain.doFinal(new byte[BLOCK]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("whole blocks need no padding", e);
    }
  }

  /** Multiplies by x in the field of RFC 4493, section 2.3. */
  private static byte[] doubled(byte[] block) {
    byte[] result = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      int next = i + 1 < BLOCK ? (block[i + 1] & 0xFF) >>> 7 : 0;
      result[i] = (byte) (block[i] << 1 | next);
    }
    if (block[0] < 0) {
      result[BLOCK - 1] ^= FEEDBACK;
    }
    return result;
  }
}
