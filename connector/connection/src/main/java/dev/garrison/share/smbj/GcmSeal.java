package dev.garrison.share.smbj;

import com.hierynomus.mssmb2.SMB2DecryptedPacketData;
import com.hierynomus.mssmb2.SMB2Packet;
import com.hierynomus.mssmb2.SMB2TransformHeader;
import com.hierynomus.protocol.commons.buffer.Buffer.BufferException;
import com.hierynomus.smb.SMBBuffer;
import dev.garrison.share.smbj.WatchedTransport.AlteredException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts the messages of one session with AES-128-GCM (MS-SMB2 2.2.41, 3.1.4.3). A
 * ciphertext is written once, directly into the buffer from which it is sent; smbj 0.14.0 copies
 * each outgoing message seven times, into memory that is not used again.
 */
final class GcmSeal {
  private static final int HEADER = 52;
  private static final int TAG_AT = 4;
  private static final int TAG = 16;
  private static final int NONCE_AT = 20;
  private static final int NONCE = 12;
  private static final int ENCRYPTED = 1;

  private final SecretKey sealing;
  private final SecretKey opening;
  private final Cipher sealer;
  private final Cipher opener;
  private final SMBBuffer plain = new SMBBuffer();
  private long sealed;

  GcmSeal(SecretKey sealing, SecretKey opening) {
    this.sealing = aes(sealing);
    this.opening = aes(opening);
    this.sealer = cipher();
    this.opener = cipher();
  }

  /** Converts a key of smbj, which uses another name for the algorithm. */
  private static SecretKey aes(SecretKey key) {
    return new SecretKeySpec(key.getEncoded(), "AES");
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  /** Whether these bytes are an encrypted message. */
  static boolean isSealed(byte[] message) {
    return message.length > HEADER
        && SMB2TransformHeader.isEncrypted(Arrays.copyOf(message, TAG_AT));
  }

  /**
   * Writes the encrypted message. Called by one thread at a time.
   *
   * @param message an empty buffer
   */
  void seal(SMB2Packet packet, SMBBuffer message) {
    plain.clear();
    packet.write(plain);
    int length = plain.available();
    byte[] nonce = nextNonce();
    new SMB2TransformHeader(nonce, length, packet.getHeader().getSessionId()).writeTo(message);
    message.ensureCapacity(length + TAG);
    byte[] bytes = message.array();
    try {
      init(sealer, Cipher.ENCRYPT_MODE, sealing, nonce, bytes);
      sealer.doFinal(plain.array(), 0, length, bytes, HEADER);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("there is room, and no nonce comes twice", e);
    }
    System.arraycopy(bytes, HEADER + length, bytes, TAG_AT, TAG);
    message.wpos(HEADER + length);
  }

  /** The next nonce, never used before with this session's key; smbj's own nonces end in zeros. */
  private byte[] nextNonce() {
    return ByteBuffer.allocate(NONCE).putLong(sealed++).putInt(1).array();
  }

  /**
   * Decrypts a message; its bytes are overwritten. Called by one thread at a time.
   *
   * @throws AlteredException when it is not the message that the server sent
   */
  SMB2DecryptedPacketData open(byte[] message) throws AlteredException, BufferException {
    SMB2TransformHeader header = new SMB2TransformHeader();
    header.readFrom(new SMBBuffer(message));
    if (header.getFlagsEncryptionAlgorithm() != ENCRYPTED
        || header.getOriginalMessageSize() != message.length - HEADER) {
      throw new AlteredException("the head of an encrypted answer is not valid");
    }
    SMB2DecryptedPacketData answer = new SMB2DecryptedPacketData(opened(message, header));
    if (answer.getHeader().getSessionId() != header.getSessionId()) {
      throw new AlteredException("an answer belongs to another session than its seal");
    }
    return answer;
  }

  /**
   * Decrypts in place. The JDK needs the tag after the ciphertext, so the ciphertext moves into the
   * former header.
   */
  private byte[] opened(byte[] message, SMB2TransformHeader header) throws AlteredException {
    int length = header.getOriginalMessageSize();
    try {
      init(opener, Cipher.DECRYPT_MODE, opening, Arrays.copyOf(header.getNonce(), NONCE), message);
      System.arraycopy(message, HEADER, message, HEADER - TAG, length);
      System.arraycopy(header.getSignature(), 0, message, HEADER - TAG + length, TAG);
      return opener.doFinal(message, HEADER - TAG, length + TAG);
    } catch (AEADBadTagException e) {
      throw new AlteredException("the seal of an answer does not fit");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this cipher takes any message", e);
    }
  }

  /** Initializes a cipher; the header from the nonce on is authenticated too. */
  private static void init(Cipher cipher, int mode, SecretKey key, byte[] nonce, byte[] message)
      throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    cipher.updateAAD(message, NONCE_AT, HEADER - NONCE_AT);
  }
}
