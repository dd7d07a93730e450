package dev.garrison.jobaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process has to say before it gets an answer. */
final class JobAccessServerTest {
  private static final Json JSON = new Json();
  private static final String SECRET = "fL0w3rp0t";

  /** What a visitor sent, byte by byte; nothing can be said to it. */
  private static final class Sent implements ByteChannel {
    private final ByteBuffer bytes;

    Sent(int length, String text) {
      byte[] all = text.getBytes(StandardCharsets.UTF_8);
      bytes = ByteBuffer.allocate(Integer.BYTES + all.length).putInt(length).put(all).flip();
    }

    @Override
    public int read(ByteBuffer into) {
      if (!bytes.hasRemaining()) {
        return -1;
      }
      into.put(bytes.get());
      return 1;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  private static Frames said(String text) {
    return new Frames(new Sent(text.length(), text), JSON);
  }

  @Test
  void whoeverSaysTheSecretComesIn() {
    assertThatCode(
            () -> JobAccessServer.requireSecret(said("\"" + SECRET + "\""), Optional.of(SECRET)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"fL0w3rp0T\"", "\"fL0w3rp0\"", "\"\"", "null", "{}"})
  void whoeverSaysAnythingElseDoesNot(String text) {
    assertThatThrownBy(() -> JobAccessServer.requireSecret(said(text), Optional.of(SECRET)))
        .isInstanceOf(IOException.class)
        .hasMessage("it does not say the secret");
  }

  @Test
  void whereOnlyTheUserReachesTheDoorNothingIsSaid() {
    assertThatCode(() -> JobAccessServer.requireSecret(said(""), Optional.empty()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "getClass", "latestOwn"})
  void onlyARequestWithAllItsArgumentsIsOne(String name) {
    assertThatThrownBy(() -> JobAccessServer.method(new JobAccessMessage.Request(name, List.of())))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no request '%s'".formatted(name));
  }

  @Test
  void aKnownRequestIsFound() throws IOException {
    assertThat(
            JobAccessServer.method(
                    new JobAccessMessage.Request(
                        "latestOwn", List.of(JobAccessMessage.Packed.of(JSON, "drift"))))
                .getName())
        .isEqualTo("latestOwn");
  }

  @ParameterizedTest
  @ValueSource(ints = {101, Integer.MAX_VALUE})
  void aMessageThatIsSaidToBeLongerIsNotRead(int length) {
    assertThatThrownBy(() -> new Frames(new Sent(length, ""), JSON).read(Frames.SECRET))
        .isInstanceOf(IOException.class)
        .hasMessage("a message of %d bytes".formatted(length));
  }

  @Test
  void aLengthBelowZeroIsOneOfMoreThanTwoGigabytes() {
    assertThatThrownBy(() -> new Frames(new Sent(-1, ""), JSON).read(Frames.SECRET))
        .isInstanceOf(IOException.class)
        .hasMessage("a message of 4294967295 bytes");
  }
}
