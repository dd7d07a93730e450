package dev.garrison.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A secret value. It prints as {@code ***}, compares in a time that depends only on its length, and
 * can be wiped. Wiping clears this copy; copies that the operating system or a library made before
 * cannot be reached.
 */
public final class Secret {
  private static final int MOST_BYTES_OF_A_CHARACTER = 3;

  private final char[] characters;
  private boolean wiped;

  /** Copies the characters; the caller should clear its own. */
  public Secret(char[] characters) {
    if (characters.length == 0) {
      throw new IllegalArgumentException("a secret is not empty");
    }
    this.characters = characters.clone();
  }

  /**
   * Passes the secret in UTF-8 to a function and clears those bytes when it returns.
   *
   * @throws IllegalStateException after {@link #wipe}
   */
  public synchronized <R> R use(Function<byte[], R> function) {
    if (wiped) {
      throw new IllegalStateException("this secret has been wiped");
    }
    byte[] bytes = bytes();
    try {
      return function.apply(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Passes the secret to a function for the only time; it is wiped even if the function fails. */
  public synchronized <R> R useUp(Function<byte[], R> function) {
    try {
      return use(function);
    } finally {
      wipe();
    }
  }

  /** Overwrites the value. May be called more than once. */
  public synchronized void wipe() {
    Arrays.fill(characters, '\0');
    wiped = true;
  }

  private byte[] bytes() {
    ByteBuffer space = ByteBuffer.allocate(characters.length * MOST_BYTES_OF_A_CHARACTER);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(characters), space, true);
    byte[] bytes = Arrays.copyOf(space.array(), space.position());
    Arrays.fill(space.array(), (byte) 0);
    return bytes;
  }

  /** Compares all characters. A wiped secret equals only itself. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Secret that && !gone() && !that.gone() && sameAs(that);
  }

  private boolean sameAs(Secret that) {
    byte[] theirs = that.use(byte[]::clone);
    try {
      return use(ours -> MessageDigest.isEqual(ours, theirs));
    } finally {
      Arrays.fill(theirs, (byte) 0);
    }
  }

  private synchronized boolean gone() {
    return wiped;
  }

  /** A constant for all secrets: a hash in a log or a dump would be a hint. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
