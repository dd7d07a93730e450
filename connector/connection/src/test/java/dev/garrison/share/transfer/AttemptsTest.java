package dev.garrison.share.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.share.ContentCode;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is tried again, and what is made of a failure. */
final class AttemptsTest {
  private static final Diagnostic TICKET =
      Diagnostic.error(ContentCode.CONTENT_LOGON_FAILED, "The ticket is from yesterday.", "Renew.");

  private final SpokenFailures words = new SpokenFailures();
  private final AtomicInteger runs = new AtomicInteger();
  private Optional<Diagnostic> rejection = Optional.empty();
  private final Attempts attempts = new Attempts(words, () -> rejection);

  private ContentShareException failure(Exception cause) {
    return catchThrowableOfType(
        ContentShareException.class,
        () ->
            attempts.once(
                "write",
                "x:/a",
                () -> {
                  throwing(cause);
                }));
  }

  private static void throwing(Exception cause) throws IOException, InterruptedException {
    switch (cause) {
      case IOException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new AssertionError(cause);
    }
  }

  private int tried(int failures, String message) {
    return attempts.repeatable(
        "list",
        "x:/a",
        () -> {
          if (runs.incrementAndGet() <= failures) {
            throw new IOException(message);
          }
          return runs.get();
        });
  }

  @Test
  void whatIsLostOnTheWayIsTriedOnceMore() {
    assertThat(tried(1, "GONE")).isEqualTo(2);
    assertThatThrownBy(() -> tried(9, "GONE"))
        .hasMessage("Could not list 'x:/a': the share went away in the middle (said GONE)");
    assertThat(runs).hasValue(4);
  }

  @Test
  void anyOtherFailureIsNotTriedAgain() {
    assertThatThrownBy(() -> tried(1, "FULL"))
        .hasMessage("Could not list 'x:/a': the share is full");
    assertThat(runs).hasValue(1);
  }

  @Test
  void aStepIsTriedAgainTooAndOnceIsOnce() {
    attempts.repeatable(
        "list",
        "x:/a",
        () -> {
          if (runs.incrementAndGet() == 1) {
            throw new IOException("GONE");
          }
        });
    assertThat(runs).hasValue(2);
    assertThat(failure(new IOException("GONE")).kind()).isEqualTo(Kind.GONE);
  }

  @Test
  void anInterruptionIsToldAndHandedOn() {
    assertThat(failure(new InterruptedException()).diagnostic())
        .hasToString(
            "Could not write 'x:/a': it was interrupted. Run the command again: sending goes on where"
                + " it stopped. [CONTENT_INTERRUPTED GAR-0314]");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatIsNotUnderstoodIsAFailureOfTheShare() {
    assertThat(failure(new IOException("OTHER")).diagnostic())
        .hasToString(
            "Could not write 'x:/a': the share failed (said OTHER). Look into the server's log at"
                + " this time, then run the command again. [CONTENT_SHARE_FAILED GAR-0315]");
  }

  @Test
  void aConnectionThatIsNotSignedIsRefused() {
    assertThat(failure(new IOException("SIGNING_REFUSED")).diagnostic())
        .hasToString(
            "Could not write 'x:/a': the connection is not signed as it must be. Let the server sign"
                + " (SMB 2.1 or later, no guest); if it does, something in between changes what is"
                + " sent. [CONTENT_SIGNING_REFUSED GAR-0308]");
  }

  @Test
  void anUncheckedFailureOfTheLibraryIsOneOfTheShareAndAMistakeOfOursIsNot() {
    assertThat(failure(new UncheckedIOException(new IOException("FULL"))).kind())
        .isEqualTo(Kind.FULL);
    assertThatThrownBy(() ->
            attempts.once(
                "write",
                "x:/a",
                () -> {
                  throw new IllegalStateException("ours");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ours");
  }

  @Test
  void aFolderThatIsNotEmptyIsSaidSo() {
    assertThat(failure(new DirectoryNotEmptyException("a")))
        .hasMessage("Could not write 'x:/a': the share failed (the folder is not empty)");
  }

  @Test
  void aRefusalToSignInIsToldInItsOwnWordsHoweverDeepItLies() {
    RefusalException refusal = new RefusalException(TICKET);
    for (Exception cause :
        new Exception[] {refusal, new IOException("x", new IOException("y", refusal))}) {
      ContentShareException failure = failure(cause);
      assertThat(failure.kind()).isEqualTo(Kind.LOGON_FAILED);
      assertThat(failure.diagnostic()).isEqualTo(TICKET);
      assertThat(failure).hasMessage("The ticket is from yesterday");
    }
  }

  @Test
  void whatIsKnownOfARejectionIsToldInstead() {
    assertThat(failure(new IOException("LOGON_FAILED")))
        .hasMessage(
            "Could not write 'x:/a': the server refused the user name or password (said LOGON_FAILED)");
    rejection = Optional.of(TICKET);
    assertThat(failure(new IOException("LOGON_FAILED")).diagnostic()).isEqualTo(TICKET);
    assertThat(failure(new IOException("FULL")).kind()).isEqualTo(Kind.FULL);
  }

  @Test
  void onlyWhatMayStillComeInIsGivenUp() {
    for (Kind kind : Kind.values()) {
      assertThat(failure(new IOException(kind.name())).kind()).isEqualTo(kind);
    }
    assertThat(words.abandoned()).containsExactly("GONE", "INTERRUPTED");
  }

  @Test
  void aShareThatHasAnsweredOnceIsOneThatWentAway() {
    failure(new IOException("UNREACHABLE"));
    failure(new IOException("LOGON_FAILED"));
    failure(new IOException("FULL"));
    failure(new IOException("UNREACHABLE"));
    assertThat(words.reached()).containsExactly(false, false, false, true);
  }

  @Test
  void anAnswerIsOneThatReachedToo() {
    attempts.once("list", "x:/a", () -> {});
    failure(new IOException("UNREACHABLE"));
    assertThat(words.reached()).containsExactly(true);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"OTHER", "GONE", "UNREACHABLE", "LOGON_FAILED", "RIGHTS_NOT_KEPT", "ALTERED"},
      mode = Mode.EXCLUDE)
  void whatSpeaksForItselfHasNoDetail(Kind kind) {
    assertThat(failure(new IOException(kind.name()))).message().doesNotContain("said");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"OTHER", "GONE", "UNREACHABLE", "LOGON_FAILED", "RIGHTS_NOT_KEPT", "ALTERED"})
  void whatDoesNotIsToldWithItsInnermostCause(Kind kind) {
    IOException cause =
        new IOException(kind.name(), new IOException("outer", new IOException("innermost")));
    assertThat(failure(cause)).message().endsWith(" (said innermost)");
  }

  @Test
  void aFailureWithoutAMessageIsToldByItsName() {
    assertThat(Attempts.message(new IOException(" said \n"))).isEqualTo("said");
    assertThat(Attempts.message(new IOException())).isEqualTo("IOException");
  }
}
