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
      " Nothing new is distributed from it. Find out who changed it, then remove its folder: the next"
          + " apply publishes it again. [CONTENT_NOT_PROVEN GAR-0343]";

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
    String message = "The version at 'fake:/base/v1' " + what + "." + REMEDY;
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
        "was changed after it was published: SHA-256 of 'b' is 94a72c074cfe instead of 3fc4ccfe7458");
  }

  @Test
  void whatIsMissingOrWasAddedIsNamed() {
    share.write("base/v1/theirs", "x");
    refused("was changed after it was published: theirs added");
    share.erase("base/v1/b");
    refused("was changed after it was published: b missing");
  }

  @Test
  void aVersionThatIsNotThereOrNotWholeIsRefused() {
    share.move("base/v1/.garrison.json", "base/v1/.garrison.json.pending");
    refused("is not there, or not whole");
    assertThat(proof.of(SharePath.of("base/v2")))
        .map(Diagnostic::problem)
        .contains("The version at 'fake:/base/v2' is not there, or not whole.");
  }

  @Test
  void aVersionWithoutAMarkerIsRefused() {
    share.erase("base/v1/.garrison.json");
    refused("has no marker: Garrison did not publish it");
  }

  @Test
  void aMarkerThatIsNotUnderstoodIsRefused() {
    share.write("base/v1/.garrison.json", "{\"format\":2,\"mark\":\"prod\",\"files\":[]}");
    refused("has a marker that cannot be understood: it is of format 2, not 1");
  }

  @Test
  void aShareThatFailsProvesNothing() {
    share.failOn("digest base/v1/a", Kind.GONE);
    assertThatThrownBy(() -> proof.require(VERSION))
        .hasMessage(
            "Could not read 'fake:/base/v1/a': the share went away in the middle. Run the command"
                + " again when it is back: no half version is visible, and sending goes on where it"
                + " was cut off. [CONTENT_SHARE_GONE GAR-0305]");
    share.mend();
    proof.require(VERSION);
  }
}
