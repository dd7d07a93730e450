package dev.garrison.share.transfer;

import dev.garrison.language.Text;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The failures of a library whose messages are the names of kinds; what it lost is {@code GONE}.
 */
final class SpokenFailures implements FailureWords {
  private final List<String> abandoned = new ArrayList<>();
  private final List<Boolean> reached = new ArrayList<>();

  /** What was given up, in order. */
  List<String> abandoned() {
    return abandoned;
  }

  /** Whether the share had answered before, for each failure. */
  List<Boolean> reached() {
    return reached;
  }

  @Override
  public boolean concerns(RuntimeException failure) {
    return failure instanceof UncheckedIOException;
  }

  @Override
  public Kind kind(Exception failure, boolean answered) {
    reached.add(answered);
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    return Kind.valueOf(Attempts.message(Objects.requireNonNull(cause)));
  }

  @Override
  public Text detail(Throwable innermost) {
    return Text.verbatim("said " + Attempts.message(innermost));
  }

  @Override
  public boolean connectionLost(ContentShareException failure) {
    return failure.kind() == Kind.GONE;
  }

  @Override
  public void abandon(Exception failure) {
    abandoned.add(Attempts.message(failure));
  }
}
