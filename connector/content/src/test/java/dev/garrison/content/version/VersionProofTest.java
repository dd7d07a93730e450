package dev.garrison.content.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.json.Json;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FakeShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version that is not whole is refused, byte for byte, before the site is told of it. */
final class VersionProofTest {
  private static final SharePath VERSION = SharePath.of("base/v1");
  private static final String REMEDY =
      " Find out who changed the folder, and then delete the folder. The next apply publishes the version again. Until then, Garrison distributes nothing new from this folder. [CONTENT_NOT_PROVEN GAR-0343]";

  private final FakeShare share = new FakeShare();
  private final VersionProof proof = new VersionProof(share, new Json());

  @BeforeEach
  void publish() {
    FileSource a = FileSource.of("a", "one".getBytes(StandardCharsets.UTF_8));
    FileSource b = FileSource.of("b", "two".getBytes(StandardCharsets.UTF_8));
    Object _ =
        new ContentFolder(share, SharePath.of("base"), new Json(), "anna")
            .publish(new VersionContent("v1", "prod", List.of(a, b)), TransferProgress.SILENT);
    share.forgetCalls();
  }

  private void refused(String what) {
    refusedFor("The content version at \"fake:/base/v1\" " + what + ".");
  }

  private void refusedFor(String problem) {
    String message = problem + REMEDY;
    assertThat(proof.of(VERSION)).map(Diagnostic::toString).contains(message);
    assertThatThrownBy(() -> proof.require(VERSION)).hasMessage(message);
    assertThat(share.writes()).isEmpty();
  }

  @Test
  void aWholeVersionIsReadBackOnce() {
    proof.require(VERSION);
    assertThat(share.calls()).contains("digest base/v1/a", "digest base/v1/b");
    share.forgetCalls();
    proof.require(VERSION);
    assertThat(share.calls()).isEmpty();
    assertThat(proof.of(VERSION)).isEmpty();
    assertThat(share.calls()).isNotEmpty();
  }

  @Test
  void whatThisProcessPublishedIsNotReadAgain() {
    proof.published(VERSION);
    proof.require(VERSION);
    assertThat(share.calls()).isEmpty();
  }

  @Test
  void aFileThatKeptItsLengthIsFoundByItsDigest() {
    share.write("base/v1/b", "Two");
    refused(
        "was changed after publishing: the SHA-256 of \"b\" is 94a72c074cfe instead of 3fc4ccfe7458");
  }

  @Test
  void whatIsMissingOrWasAddedIsNamed() {
    share.write("base/v1/theirs", "x");
    refused("was changed after publishing. Added files: theirs");
    share.erase("base/v1/b");
    refused("was changed after publishing. Missing files: b");
  }

  @Test
  void aVersionThatIsNotThereOrNotWholeIsRefused() {
    share.move("base/v1/.garrison.json", "base/v1/.garrison.json.pending");
    refused("is missing or incomplete");
    assertThat(proof.of(SharePath.of("base/v2")))
        .map(Diagnostic::problem)
        .contains("The content version at \"fake:/base/v2\" is missing or incomplete.");
  }

  @Test
  void aVersionWithoutAMarkerIsRefused() {
    share.erase("base/v1/.garrison.json");
    refused("has no marker, so Garrison didn't publish this folder");
  }

  @Test
  void aMarkerThatIsNotUnderstoodIsRefused() {
    share.write("base/v1/.garrison.json", "{\"format\":2,\"mark\":\"prod\",\"files\":[]}");
    refusedFor(
        "The marker of the content version at \"fake:/base/v1\" can't be read: the format is 2 instead of 1.");
  }

  @Test
  void aShareThatFailsProvesNothing() {
    share.failOn("digest base/v1/a", Kind.GONE);
    assertThatThrownBy(() -> proof.require(VERSION))
        .hasMessage(
            "Garrison can't read \"fake:/base/v1/a\": the share became unavailable. Run the command again when the share is available. No incomplete version is visible, and the transfer resumes where it was interrupted. [CONTENT_SHARE_GONE GAR-0305]");
    share.mend();
    proof.require(VERSION);
  }
}
