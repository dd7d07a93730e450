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
 * Ends a connection when an answer has a wrong signature or seal, or has neither. smbj 0.14.0
 * discards such an answer, so that its caller waits in vain, or accepts it if it names no session;
 * if a seal does not fit, its reader thread dies with a stack trace.
 */
final class WatchedTransport implements TransportLayerFactory<SMBPacketData<?>, SMBPacket<?, ?>> {
  private final FastSecurity security;
  private final TransportLayerFactory<SMBPacketData<?>, SMBPacket<?, ?>> plain =
      new DirectTcpTransportFactory<>();
  private final AtomicReference<Optional<LeanPackets>> latest =
      new AtomicReference<>(Optional.empty());
  private volatile boolean altered;

  WatchedTransport(FastSecurity security) {
    this.security = security;
  }

  /** Encrypts and decrypts with this from now on, on the connection that was made last. */
  void sealWith(GcmSeal seal) {
    latest.get().orElseThrow().sealWith(seal);
  }

  /** Whether the connection that was made last ended because an answer was altered. */
  boolean isAltered() {
    return altered;
  }

  /** The received answer is not the one that the server sent. */
  static final class AlteredException extends TransportException {
    private static final long serialVersionUID = 1L;

    AlteredException(String why) {
      super(why);
    }
  }

  @Override
  public TransportLayer<SMBPacket<?, ?>> createTransportLayer(
      PacketHandlers<SMBPacketData<?>, SMBPacket<?, ?>> handlers, SmbConfig settings) {
    altered = false;
    Receiver receiver = new Receiver(handlers.getReceiver(), security, () -> altered = true);
    LeanPackets packets = new LeanPackets(handlers.getPacketFactory());
    latest.set(Optional.of(packets));
    TransportLayer<SMBPacket<?, ?>> made =
        plain.createTransportLayer(new PacketHandlers<>(packets, receiver, packets), settings);
    receiver.transport.set(Optional.of(made));
    return made;
  }

  /** Receives answers on the one thread that reads. */
  static final class Receiver implements PacketReceiver<SMBPacketData<?>> {
    private static final long UNASKED = -1;

    private final PacketReceiver<SMBPacketData<?>> smbj;
    private final FastSecurity security;
    private final Runnable altered;
    private final AtomicReference<Optional<TransportLayer<SMBPacket<?, ?>>>> transport =
        new AtomicReference<>(Optional.empty());

    /**
     * @param altered called before the connection ends because of an altered answer: requests that
     *     other threads send meanwhile only find it closed
     */
    Receiver(PacketReceiver<SMBPacketData<?>> smbj, FastSecurity security, Runnable altered) {
      this.smbj = smbj;
      this.security = security;
      this.altered = altered;
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
     * The header of an answer whose signature must be checked; empty where there is none to check.
     * There is none in a sealed answer, before there is a key, in a message that only announces a
     * later answer, and in one that was not requested. smbj itself would accept an unsigned answer
     * that names no session, or an unknown one.
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

    /**
     * Disconnects before smbj handles the error. smbj then sends no logoff, whose answer could not
     * arrive on this thread.
     */
    @Override
    public void handleError(Throwable failure) {
      if (failure instanceof AlteredException) {
        altered.run();
      }
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
