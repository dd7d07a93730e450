package dev.garrison.share.smbj;

import com.hierynomus.mssmb2.SMB2MessageCommandCode;
import com.hierynomus.mssmb2.SMB2MessageFlag;
import com.hierynomus.mssmb2.SMB2PacketData;
import com.hierynomus.mssmb2.SMB2PacketHeader;
import com.hierynomus.protocol.transport.PacketHandlers;
import com.hierynomus.protocol.transport.PacketReceiver;
import com.hierynomus.protocol.transport.TransportException;
import com.hierynomus.protocol.transport.TransportLayer;
import com.hierynomus.security.SecurityException;
import com.hierynomus.smb.SMBPacket;
import com.hierynomus.smb.SMBPacketData;
import com.hierynomus.smbj.SmbConfig;
import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.transport.TransportLayerFactory;
import com.hierynomus.smbj.transport.tcp.direct.DirectTcpTransportFactory;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends a connection as soon as an answer does not fit its signature or its seal, or has neither.
 * smbj 0.14.0 drops such an answer, and whoever waits for it waits in vain, or takes it, where it
 * names no session; of a seal that does not fit, its reader dies with a stack trace.
 */
final class WatchedTransport implements TransportLayerFactory<SMBPacketData<?>, SMBPacket<?, ?>> {
  private final FastSecurity security;
  private final TransportLayerFactory<SMBPacketData<?>, SMBPacket<?, ?>> plain =
      new DirectTcpTransportFactory<>();
  private final AtomicReference<Optional<LeanPackets>> latest =
      new AtomicReference<>(Optional.empty());

  WatchedTransport(FastSecurity security) {
    this.security = security;
  }

  /** From now on, the connection that was made last encrypts and decrypts by this. */
  void sealWith(GcmSeal seal) {
    latest.get().orElseThrow().sealWith(seal);
  }

  /** What came is not what the server sent. */
  static final class AlteredException extends TransportException {
    private static final long serialVersionUID = 1L;

    AlteredException(String why) {
      super(why);
    }
  }

  @Override
  public TransportLayer<SMBPacket<?, ?>> createTransportLayer(
      PacketHandlers<SMBPacketData<?>, SMBPacket<?, ?>> handlers, SmbConfig settings) {
    Receiver receiver = new Receiver(handlers.getReceiver(), security);
    LeanPackets packets = new LeanPackets(handlers.getPacketFactory());
    latest.set(Optional.of(packets));
    TransportLayer<SMBPacket<?, ?>> made =
        plain.createTransportLayer(new PacketHandlers<>(packets, receiver, packets), settings);
    receiver.transport.set(Optional.of(made));
    return made;
  }

  /** Called by the one thread that reads. */
  static final class Receiver implements PacketReceiver<SMBPacketData<?>> {
    private static final long UNASKED = -1;

    private final PacketReceiver<SMBPacketData<?>> smbj;
    private final FastSecurity security;
    private final AtomicReference<Optional<TransportLayer<SMBPacket<?, ?>>>> transport =
        new AtomicReference<>(Optional.empty());

    Receiver(PacketReceiver<SMBPacketData<?>> smbj, FastSecurity security) {
      this.smbj = smbj;
      this.security = security;
    }

    @Override
    public void handle(SMBPacketData<?> packet) throws TransportException {
      Optional<SMB2PacketHeader> signed =
          packet instanceof SMB2PacketData answer ? signed(answer) : Optional.empty();
      security.forgetSignature();
      try {
        smbj.handle(packet);
      } catch (SMBRuntimeException e) {
        throw e.getCause() instanceof SecurityException
            ? new AlteredException("the seal of an answer does not fit")
            : new TransportException(e);
      }
      // smbj computed the signature of what it took for an answer; it must be the one that came.
      if (signed.isPresent() && !security.lastSignatureFits(signed.get().getSignature())) {
        throw new AlteredException("the signature of an answer does not fit");
      }
    }

    /**
     * The header of an answer whose signature is to be checked; empty where there is none to check:
     * in a seal, before there is a key, for a message that says only that the answer comes later,
     * and for one that nobody asked for. smbj itself would take an answer that names no session, or
     * one that it does not know, unsigned.
     */
    private static Optional<SMB2PacketHeader> signed(SMB2PacketData answer)
        throws AlteredException {
      SMB2PacketHeader header = answer.getHeader();
      if (answer.isDecrypted()) {
        return Optional.empty();
      }
      if (answer.isCompounded()) {
        throw new AlteredException("an answer to several requests came, and one was sent");
      }
      if (header.getMessageId() == UNASKED
          || header.getMessage() == SMB2MessageCommandCode.SMB2_NEGOTIATE
          || header.getMessage() == SMB2MessageCommandCode.SMB2_SESSION_SETUP
          || answer.isIntermediateAsyncResponse()) {
        return Optional.empty();
      }
      if (header.getSessionId() == 0 || !header.isFlagSet(SMB2MessageFlag.SMB2_FLAGS_SIGNED)) {
        throw new AlteredException("an answer is not signed");
      }
      return Optional.of(header);
    }

    /** Without its line, smbj says no goodbye, to which no answer could come on this thread. */
    @Override
    public void handleError(Throwable failure) {
      try {
        if (transport.get().isPresent()) {
          transport.get().get().disconnect();
        }
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
      smbj.handleError(failure);
    }
  }
}
