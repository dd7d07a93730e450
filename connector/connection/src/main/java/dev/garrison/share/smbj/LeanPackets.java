package dev.garrison.share.smbj;

import com.hierynomus.mssmb2.SMB2Packet;
import com.hierynomus.mssmb2.messages.SMB2WriteRequest;
import com.hierynomus.protocol.commons.buffer.Buffer.BufferException;
import com.hierynomus.protocol.transport.PacketFactory;
import com.hierynomus.protocol.transport.PacketSerializer;
import com.hierynomus.smb.SMBBuffer;
import com.hierynomus.smb.SMBPacket;
import com.hierynomus.smb.SMBPacketData;
import com.hierynomus.smbj.connection.PacketEncryptor.EncryptedPacketWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Converts messages of one connection to bytes and back. Messages with content are built in memory
 * that is reused, because allocating and clearing it took more time than everything else.
 */
final class LeanPackets
    implements PacketSerializer<SMBPacket<?, ?>, SMBBuffer>, PacketFactory<SMBPacketData<?>> {
  private final PacketFactory<SMBPacketData<?>> smbj;
  private final SMBBuffer large = new SMBBuffer();
  private volatile @Nullable GcmSeal seal;

  LeanPackets(PacketFactory<SMBPacketData<?>> smbj) {
    this.smbj = smbj;
  }

  /** Encrypts and decrypts with this from now on, in place of smbj. */
  void sealWith(GcmSeal chosen) {
    seal = chosen;
  }

  /** Called under the lock of the transport, which sends the bytes before it releases the lock. */
  @Override
  public SMBBuffer write(SMBPacket<?, ?> packet) {
    SMBBuffer message = buffer(packet);
    GcmSeal current = seal;
    if (current != null && packet instanceof EncryptedPacketWrapper encrypted) {
      current.seal(encrypted.getPacket(), message);
    } else {
      packet.write(message);
    }
    return message;
  }

  private SMBBuffer buffer(SMBPacket<?, ?> packet) {
    if (packet instanceof SMB2Packet smb2 && smb2.getPacket() instanceof SMB2WriteRequest) {
      large.clear();
      return large;
    }
    return new SMBBuffer();
  }

  @Override
  public boolean canHandle(byte[] message) {
    return smbj.canHandle(message);
  }

  @Override
  public SMBPacketData<?> read(byte[] message) throws BufferException, IOException {
    GcmSeal current = seal;
    return current != null && GcmSeal.isSealed(message)
        ? current.open(message)
        : smbj.read(message);
  }
}
