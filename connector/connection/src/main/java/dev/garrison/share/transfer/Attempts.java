package dev.garrison.share.transfer;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs operations on a share, and converts their failures to one kind of exception. */
public final class Attempts {
  /** An operation on the share. */
  @FunctionalInterface
  public interface Attempt<T> {
    T run() throws IOException, InterruptedException;
  }

  /** An operation without a result. */
  @FunctionalInterface
  public interface Step {
    void run() throws IOException, InterruptedException;
  }

  private final FailureWords words;
  private final Supplier<Optional<Diagnostic>> rejection;

  /**
   * Whether a request has been answered; after that, silence means that the share became
   * unavailable.
   */
  private volatile boolean reached;

  /**
   * @param rejection explanation of a rejected sign-in, where more is known than the server reports
   */
  public Attempts(FailureWords words, Supplier<Optional<Diagnostic>> rejection) {
    this.words = words;
    this.rejection = rejection;
  }

  /**
   * Runs an operation once.
   *
   * @param doing the verb, for example {@code "write"}
   * @param path the full address
   */
  public <T> T once(String doing, String path, Attempt<T> attempt) {
    try {
      T result = attempt.run();
      reached = true;
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContentShareException(Kind.INTERRUPTED, doing, path, "", e);
    } catch (IOException | RefusalException e) {
      throw failure(e, doing, path);
    } catch (RuntimeException e) {
      if (words.concerns(e)) {
        throw failure(e, doing, path);
      }
      throw e;
    }
  }

  /** Runs an operation once. */
  public void once(String doing, String path, Step step) {
    Object _ = once(doing, path, result(step, path));
  }

  /**
   * Runs an operation, and once more when only the connection was lost. The operation must be
   * repeatable.
   */
  public <T> T repeatable(String doing, String path, Attempt<T> attempt) {
    try {
      return once(doing, path, attempt);
    } catch (ContentShareException e) {
      if (!words.connectionLost(e)) {
        throw e;
      }
      return once(doing, path, attempt);
    }
  }

  /**
   * Runs an operation, and once more when only the connection was lost. The operation must be
   * repeatable.
   */
  public void repeatable(String doing, String path, Step step) {
    Object _ = repeatable(doing, path, result(step, path));
  }

  private static Attempt<String> result(Step step, String path) {
    return () -> {
      step.run();
      return path;
    };
  }

  /** Whether only the connection was lost, and the library does not reconnect itself. */
  boolean connectionLost(ContentShareException failure) {
    return words.connectionLost(failure);
  }

  private ContentShareException failure(Exception cause, String doing, String path) {
    if (cause instanceof DirectoryNotEmptyException) {
      return new ContentShareException(
          Kind.OTHER, doing, path, Text.of("share.folder-not-empty"), cause);
    }
    Optional<RefusalException> refusal = refusal(cause);
    if (refusal.isPresent()) {
      return new ContentShareException(
          Kind.LOGON_FAILED, path, refusal.get().diagnostics().getFirst(), cause);
    }
    Kind kind = words.kind(cause, reached);
    if (kind == Kind.GONE || kind == Kind.INTERRUPTED) {
      words.abandon(cause);
    }
    Optional<Diagnostic> rejected = kind == Kind.LOGON_FAILED ? rejection.get() : Optional.empty();
    if (rejected.isPresent()) {
      return new ContentShareException(kind, path, rejected.get(), cause);
    }
    reached |= kind != Kind.UNREACHABLE && kind != Kind.LOGON_FAILED;
    return detail(kind, cause)
        .map(detail -> new ContentShareException(kind, doing, path, detail, cause))
        .orElseGet(() -> new ContentShareException(kind, doing, path, "", cause));
  }

  /** The refusal of the sign-in, which the library may have wrapped. */
  private static Optional<RefusalException> refusal(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusalException refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }

  private Optional<Text> detail(Kind kind, Exception failure) {
    return switch (kind) {
      case OTHER, GONE, UNREACHABLE, LOGON_FAILED, RIGHTS_NOT_KEPT, ALTERED ->
          Optional.of(words.detail(innermost(failure)))
              .filter(detail -> !detail.toString().isEmpty());
      case NOT_FOUND,
          ACCESS_DENIED,
          FULL,
          READ_ONLY,
          SIGNING_REFUSED,
          ENCRYPTION_DEMANDED,
          PROTOCOL_TOO_OLD,
          RIGHTS_UNSUPPORTED,
          HELD,
          EXISTS,
          DIGEST_DIFFERS,
          SOURCE_UNREADABLE,
          INTERRUPTED ->
          Optional.empty();
    };
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    return cause;
  }

  /** The message of an exception, or the name of its class. */
  public static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message.strip();
  }
}
