package dev.garrison.share.smbj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hierynomus.mssmb2.SMB2Dialect;
import com.hierynomus.mssmb2.SMB2MessageCommandCode;
import com.hierynomus.mssmb2.SMB2Packet;
import com.hierynomus.mssmb2.messages.SMB2Echo;
import com.hierynomus.smb.SMBBuffer;
import dev.garrison.share.smbj.WatchedTransport.AlteredException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GcmSealTest {
  private static final int NONCE_AT = 20;
  private static final int LENGTH_AT = 36;
  private static final SecretKey OURS = key(1);
  private static final SecretKey THEIRS = key(2);

  private final GcmSeal client = new GcmSeal(OURS, THEIRS);
  private final GcmSeal server = new GcmSeal(THEIRS, OURS);

  private static SecretKey key(int content) {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, (byte) content);
    return new SecretKeySpec(bytes, "AesCmac");
  }

  private static SMB2Packet echo(long session) {
    SMB2Packet packet = new SMB2Echo(SMB2Dialect.SMB_3_1_1);
    packet.getHeader().setSessionId(session);
    return packet;
  }

  private byte[] sealed() {
    SMBBuffer message = new SMBBuffer();
    client.seal(echo(7), message);
    return message.getCompactData();
  }

  @Test
  void theOtherSideReadsWhatWasSealed() throws Exception {
    byte[] message = sealed();
    assertThat(GcmSeal.isSealed(message)).isTrue();
    var answer = server.open(message);
    assertThat(answer.getHeader().getMessage()).isEqualTo(SMB2MessageCommandCode.SMB2_ECHO);
    assertThat(answer.getHeader().getSessionId()).isEqualTo(7);
    assertThat(answer.isDecrypted()).isTrue();
  }

  @Test
  void aPlainMessageIsNotSealed() {
    SMBBuffer message = new SMBBuffer();
    echo(7).write(message);
    assertThat(GcmSeal.isSealed(message.getCompactData())).isFalse();
  }

  @Test
  void noNonceComesTwice() {
    Set<String> nonces = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      nonces.add(Arrays.toString(Arrays.copyOfRange(sealed(), NONCE_AT, NONCE_AT + 16)));
    }
    assertThat(nonces).hasSize(1000);
  }

  /** The tag, the nonce, the session in the header, the first and the last byte of the content. */
  @ParameterizedTest
  @CsvSource({"4", "20", "44", "52", "119"})
  void oneAlteredByteBreaksTheSeal(int at) {
    byte[] message = sealed();
    assertThat(message).hasSize(120);
    message[at] ^= 1;
    assertThatThrownBy(() -> server.open(message))
        .isInstanceOf(AlteredException.class)
        .hasMessage("the seal of an answer does not fit");
  }

  @Test
  void aLengthThatDoesNotFitIsRefusedBeforeAnythingIsDecrypted() {
    byte[] message = sealed();
    message[LENGTH_AT] ^= 1;
    assertThatThrownBy(() -> server.open(message))
        .isInstanceOf(AlteredException.class)
        .hasMessage("the head of an encrypted answer is not valid");
  }

  @Test
  void whatWeSealedOurselvesIsNoAnswer() {
    byte[] message = sealed();
    assertThatThrownBy(() -> client.open(message))
        .isInstanceOf(AlteredException.class)
        .hasMessage("the seal of an answer does not fit");
  }
}
