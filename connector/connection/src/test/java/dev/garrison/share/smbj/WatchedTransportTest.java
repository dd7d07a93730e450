package dev.garrison.share.smbj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hierynomus.mssmb2.SMB2MessageCommandCode;
import com.hierynomus.mssmb2.SMB2MessageFlag;
import com.hierynomus.mssmb2.SMB2PacketData;
import com.hierynomus.protocol.transport.PacketReceiver;
import com.hierynomus.smb.SMBBuffer;
import com.hierynomus.smb.SMBPacketData;
import dev.garrison.share.smbj.WatchedTransport.AlteredException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** smbj takes an answer of no session, or of one that it does not know, without any signature. */
final class WatchedTransportTest {
  private static final long SIGNED = SMB2MessageFlag.SMB2_FLAGS_SIGNED.getValue();

  private final List<SMBPacketData<?>> taken = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final WatchedTransport.Receiver receiver =
      new WatchedTransport.Receiver(
          new PacketReceiver<>() {
            @Override
            public void handle(SMBPacketData<?> packet) {
              taken.add(packet);
            }

            @Override
            public void handleError(Throwable failure) {
              told.add(String.valueOf(failure.getMessage()));
            }
          },
          new FastSecurity(),
          () -> told.add("altered"));

  /** The header of an answer (MS-SMB2 2.2.1.2), with the start of a body behind it. */
  private static SMB2PacketData answer(
      SMB2MessageCommandCode command, long flags, long session, int next) throws Exception {
    SMBBuffer header = new SMBBuffer();
    header.putRawBytes(new byte[] {(byte) 0xFE, 'S', 'M', 'B'});
    header.putUInt16(64).putUInt16(1).putUInt32(0).putUInt16(command.getValue()).putUInt16(1);
    header.putUInt32(flags | 1).putUInt32(next).putUInt64(5).putUInt32(0).putUInt32(0);
    header.putUInt64(session).putRawBytes(new byte[16]).putRawBytes(new byte[16]);
    return new SMB2PacketData(header.getCompactData());
  }

  @ParameterizedTest
  @CsvSource({"SMB2_READ, 0, 0", "SMB2_READ, 8, 0", "SMB2_CREATE, 0, 7"})
  void anAnswerThatNobodySignedIsNotTaken(SMB2MessageCommandCode command, long flags, long session)
      throws Exception {
    assertThat(SIGNED).isEqualTo(8);
    SMB2PacketData forged = answer(command, flags, session, 0);
    assertThatThrownBy(() -> receiver.handle(forged))
        .isInstanceOf(AlteredException.class)
        .hasMessage("an answer is not signed");
    assertThat(taken).isEmpty();
  }

  @Test
  void severalAnswersInOneAreNotTakenBecauseNobodyAsksSo() throws Exception {
    SMB2PacketData several = answer(SMB2MessageCommandCode.SMB2_SESSION_SETUP, 0, 0, 72);
    assertThatThrownBy(() -> receiver.handle(several))
        .isInstanceOf(AlteredException.class)
        .hasMessage("an answer to several requests came, and one was sent");
    assertThat(taken).isEmpty();
  }

  @Test
  void anAlteredAnswerIsToldBeforeTheConnectionEnds() {
    receiver.handleError(new AlteredException("an answer is not signed"));
    receiver.handleError(new IOException("the connection was reset"));
    assertThat(told)
        .containsExactly("altered", "an answer is not signed", "the connection was reset");
  }

  @ParameterizedTest
  @CsvSource({"SMB2_NEGOTIATE, 0", "SMB2_SESSION_SETUP, 7"})
  void whatComesBeforeThereIsAKeyIsTaken(SMB2MessageCommandCode command, long session)
      throws Exception {
    receiver.handle(answer(command, 0, session, 0));
    assertThat(taken).hasSize(1);
  }
}
