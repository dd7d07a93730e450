package dev.garrison.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.share.ContentShareException.Kind;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fake does what every share does, and what it is told to besides. */
final class FakeShareTest extends ContentShareContract {
  private static final SharePath A = SharePath.of("a");
  private final FakeShare share = new FakeShare(InstantSource.system());
  private final FakeShare other = share.other();

  @Override
  protected ContentShare share() {
    return share;
  }

  @Override
  protected ContentShare other() {
    return other;
  }

  private void put(int size) {
    share.put(SharePath.ROOT, FileSource.of("a", new byte[size]), TransferProgress.SILENT);
  }

  @Test
  void whatIsAskedIsWrittenDownInOrder() {
    SharePath file = SharePath.of("v1/a");
    share.createFolder(file.parent());
    try (ContentShare.Hold hold = other.hold(SharePath.of("lock"), "anna")) {
      put(1);
      hold.renew();
    }
    share.rename(A, "b");
    share.delete(SharePath.of("b"));
    assertThat(share.find(file)).isEmpty();
    assertThat(share.list(SharePath.of("v1"))).isEmpty();
    assertThat(share.list(SharePath.ROOT)).hasSize(2);
    assertThat(share.calls())
        .containsExactly(
            "createFolder v1",
            "hold lock",
            "put a",
            "renew lock",
            "release lock",
            "rename a b",
            "delete b",
            "find v1/a",
            "list v1",
            "list");
    assertThat(share.writes())
        .containsExactly("createFolder v1", "hold lock", "put a", "rename a b", "delete b");
    share.forgetCalls();
    assertThat(other.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCESS_DENIED", "READ_ONLY", "GONE"})
  void aCallFailsAsItIsToldTo(Kind kind) {
    share.failOn("put a", kind);
    ContentShareException failure = failure(() -> put(1));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageStartingWith("Garrison can't write \"fake:/a\": ");
    assertThat(share.names("")).isEmpty();
    share.mend();
    put(1);
    assertThat(share.names("")).containsExactly("a");
  }

  @Test
  void aFullShareKeepsNothingOfAFile() {
    share.room(3);
    assertThat(failure(() -> put(4)))
        .hasMessage("Garrison can't write \"fake:/a.part\": the share is full");
    assertThat(share.names("")).isEmpty();
  }

  @Test
  void aCutKeepsWhatHasArrivedAndHappensOnce() {
    share.cutAfter(300_000);
    assertThat(failure(() -> put(400_000)))
        .hasMessage("Garrison can't write \"fake:/a.part\": the share became unavailable");
    assertThat(share.find(SharePath.of("a.part")).orElseThrow().size()).isEqualTo(300_000);
    put(400_000);
    assertThat(share.names("")).containsExactly("a");
  }

  @Test
  void aDiskThatAltersIsFoundOut() {
    share.alterWhatIsWritten();
    assertThat(failure(() -> put(4)).diagnostic())
        .hasToString(
            "Garrison can't write \"fake:/a\": the share returned different data from what was sent. Check the share's disk and any antivirus products and WAN accelerators in between, and then run the command again. [CONTENT_DIGEST_DIFFERS GAR-0312]");
    assertThat(share.names("")).isEmpty();
  }

  @Test
  void aLostHoldIsTakenAgainUnlessSomebodyElseWasFaster() {
    try (ContentShare.Hold first = share.hold(A, "anna")) {
      share.loseHolds();
      first.renew();
      share.loseHolds();
      try (ContentShare.Hold _ = other.hold(A, "bert")) {
        assertThat(failure(first::renew))
            .hasMessage(
                "Garrison can't lock \"fake:/a\": another process is writing there (held by bert)");
      }
      share.erase("a");
      assertThat(failure(first::renew).kind()).isEqualTo(Kind.GONE);
    }
  }

  @Test
  void closingFreesWhatThisSideHolds() {
    Object _ = share.hold(A, "anna");
    share.close();
    ContentShare.Hold second = other.hold(A, "bert");
    assertThat(share.text("a")).isEqualTo("bert");
    second.close();
    assertThat(failure(second::renew).kind()).isEqualTo(Kind.GONE);
  }

  @Test
  void somebodyElseWritesAndMoves() {
    share.write("base/b", "longer");
    share.write("base/b", "text");
    share.move("base/b", "base/a");
    assertThat(share.text("base/a")).isEqualTo("text");
    assertThat(share.names("base")).isEqualTo(List.of("a"));
    assertThat(share.calls()).isEmpty();
  }
}
