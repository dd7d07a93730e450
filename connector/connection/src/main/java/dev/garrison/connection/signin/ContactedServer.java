package dev.garrison.connection.signin;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server at the other end of one connection.
 *
 * @param authority name and port, for messages
 * @param host the name alone
 * @param channelBinding {@code tls-server-end-point} with its prefix (RFC 5929); empty without TLS
 */
public record ContactedServer(
    String authority, String host, Optional<ChannelBinding> channelBinding) {
  /** Value that binds a sign-in to one TLS connection. */
  public static final class ChannelBinding {
    private final byte[] value;

    public ChannelBinding(byte[] value) {
      this.value = value.clone();
    }

    public byte[] value() {
      return value.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ChannelBinding that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }
  }
}
