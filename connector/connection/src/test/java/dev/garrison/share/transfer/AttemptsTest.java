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
        .hasMessage("Garrison can't list \"x:/a\": the share became unavailable (said GONE)");
    assertThat(runs).hasValue(4);
  }

  @Test
  void anyOtherFailureIsNotTriedAgain() {
    assertThatThrownBy(() -> tried(1, "FULL"))
        .hasMessage("Garrison can't list \"x:/a\": the share is full");
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
            "Garrison can't write \"x:/a\": the operation was interrupted. Run the command again. The transfer resumes where it stopped. [CONTENT_INTERRUPTED GAR-0314]");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatIsNotUnderstoodIsAFailureOfTheShare() {
    assertThat(failure(new IOException("OTHER")).diagnostic())
        .hasToString(
            "Garrison can't write \"x:/a\": the share reported an error (said OTHER). Check the server's log for this time, and then run the command again. [CONTENT_SHARE_FAILED GAR-0315]");
  }

  @Test
  void aConnectionThatIsNotSignedIsRefused() {
    assertThat(failure(new IOException("SIGNING_REFUSED")).diagnostic())
        .hasToString(
            "Garrison can't write \"x:/a\": the connection isn't signed as required. Turn on signing on the server (SMB 2.1 or later, no guest access). If signing is on, a device in between changes the data. [CONTENT_SIGNING_REFUSED GAR-0308]");
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
        .hasMessage(
            "Garrison can't write \"x:/a\": the share reported an error (the folder isn't empty)");
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
            "Garrison can't write \"x:/a\": the server rejected the user name or password (said LOGON_FAILED)");
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
