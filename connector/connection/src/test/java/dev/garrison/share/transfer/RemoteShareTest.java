package dev.garrison.share.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.garrison.digest.Sha256;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShare.Entry;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FakeShare;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is done on a file server, what is done twice, and what the server is asked before. */
final class RemoteShareTest {
  private static final SharePath A = SharePath.of("a");

  /** When the next call of a name fails: before it takes effect, or after. */
  private record Fault(Kind kind, boolean afterwards) {}

  /** The calls of a library on files in memory. */
  private static final class Library implements RemoteCalls {
    private final FakeShare share = new FakeShare();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private int open;

    void failNext(String call, Kind kind, boolean afterwards) {
      faults.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(new Fault(kind, afterwards));
    }

    private <T> T asked(String call, SharePath path, Attempts.Attempt<T> attempt)
        throws IOException {
      calls.add((call + " " + path).strip());
      Optional<Fault> fault = Optional.ofNullable(faults.get(call)).map(Deque::poll);
      if (fault.isPresent() && !fault.get().afterwards()) {
        throw new IOException(fault.get().kind().name());
      }
      T result;
      try {
        result = attempt.run();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      } catch (ContentShareException e) {
        throw new IOException(e.kind().name(), e);
      }
      if (fault.isPresent()) {
        throw new IOException(fault.get().kind().name());
      }
      return result;
    }

    private String done(Runnable step) {
      step.run();
      return "done";
    }

    @Override
    public List<Entry> list(SharePath folder) throws IOException {
      return asked("list", folder, () -> share.list(folder).reversed());
    }

    @Override
    public Optional<Entry> find(SharePath path) throws IOException {
      return asked("find", path, () -> share.find(path));
    }

    @Override
    public InputStream open(SharePath file) throws IOException {
      return asked("open", file, () -> share.open(file));
    }

    private BlockFile blocks(SharePath file) {
      open++;
      byte[] there = share.find(file).isEmpty() ? new byte[0] : bytes(share.text(file.toString()));
      return new BlockFile() {
        @Override
        public int lanes() {
          return 1;
        }

        @Override
        public long size() {
          return there.length;
        }

        @Override
        public int read(int lane, long at, byte[] block) {
          int length = Math.clamp(there.length - at, 0, block.length);
          System.arraycopy(there, (int) Math.min(at, there.length), block, 0, length);
          return length;
        }

        @Override
        public void write(int lane, long at, ByteBuffer given) {
          share.write(file.toString(), StandardCharsets.UTF_8.decode(given).toString());
        }

        @Override
        public void truncate(long size) {
          throw new AssertionError("nothing is longer here");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
          open--;
        }
      };
    }

    @Override
    public BlockFile openToRead(SharePath file) throws IOException {
      return asked("openToRead", file, () -> blocks(file));
    }

    @Override
    public BlockFile openToWrite(SharePath file) throws IOException {
      return asked("openToWrite", file, () -> blocks(file));
    }

    @Override
    public void rename(SharePath file, SharePath target) throws IOException {
      asked("rename", file, () -> done(() -> share.rename(file, target.name())));
    }

    @Override
    public void delete(SharePath path, boolean folder) throws IOException {
      asked(folder ? "deleteFolder" : "deleteFile", path, () -> done(() -> share.delete(path)));
    }

    @Override
    public void createFolder(SharePath folder) throws IOException {
      asked(
          "createFolder",
          folder,
          () ->
              done(() -> {
                if (share.find(folder).isPresent()) {
                  throw new ContentShareException(Kind.EXISTS, "create", "x", "", null);
                }
                share.createFolder(folder);
              }));
    }

    @Override
    public ContentShare.Hold hold(SharePath file, String holder) throws IOException {
      return asked("hold", file, () -> share.hold(file, holder));
    }

    @Override
    public void close() throws IOException {
      asked("close", SharePath.ROOT, () -> done(share::close));
    }
  }

  private static final class Remote extends RemoteShare {
    Remote(RemoteCalls calls) {
      super(
          new ShareAddress.Smb("fs1", 445, "stage", SharePath.of("mde")),
          calls,
          new Attempts(new SpokenFailures(), Optional::empty));
    }
  }

  private final Library library = new Library();
  private final ContentShare share = new Remote(library);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ContentShareException failure(Runnable action) {
    return catchThrowableOfType(ContentShareException.class, action::run);
  }

  private void put() {
    share.put(SharePath.ROOT, FileSource.of("a", bytes("exit 0")), TransferProgress.SILENT);
  }

  @Test
  void pathsAreToldAsAPersonWouldRecogniseThem() {
    assertThat(share.describe(SharePath.ROOT)).isEqualTo("smb://fs1/stage/mde");
    assertThat(share.describe(SharePath.of("v1/a"))).isEqualTo("smb://fs1/stage/mde/v1/a");
  }

  @Test
  void aFileIsWrittenReadBackAndRenamedAndNothingStaysOpen() {
    put();
    assertThat(library.calls)
        .containsExactly(
            "find a", "find a.part", "openToWrite a.part", "openToRead a.part", "rename a.part");
    assertThat(library.share.text("a")).isEqualTo("exit 0");
    assertThat(share.digest(A)).isEqualTo(Sha256.of("exit 0"));
    assertThat(library.open).isZero();
  }

  @Test
  void aFileThatIsWrittenIsNeverOpenedTwice() {
    library.failNext("openToWrite", Kind.GONE, false);
    assertThat(failure(this::put))
        .hasMessage(
            "Garrison can't write \"smb://fs1/stage/mde/a.part\": the share became unavailable (said GONE)");
    assertThat(library.calls).containsExactly("find a", "find a.part", "openToWrite a.part");
  }

  @Test
  void readingIsDoneTwiceWhereOnlyTheConnectionWasLost() throws IOException {
    library.share.write("b", "b");
    library.share.write("a", "a");
    library.failNext("list", Kind.GONE, false);
    assertThat(share.list(SharePath.ROOT)).extracting(Entry::name).containsExactly("a", "b");
    library.failNext("find", Kind.GONE, true);
    assertThat(share.find(A)).isPresent();
    library.failNext("open", Kind.GONE, false);
    try (InputStream stream = share.open(A)) {
      assertThat(stream).hasContent("a");
    }
    library.failNext("openToRead", Kind.GONE, false);
    assertThat(failure(() -> share.digest(A)))
        .hasMessage(
            "Garrison can't read \"smb://fs1/stage/mde/a\": the share became unavailable (said GONE)");
  }

  @Test
  void aRenameThatTookEffectIsNotDoneAgain() {
    library.share.write("a", "a");
    library.failNext("rename", Kind.GONE, true);
    share.rename(A, "b");
    assertThat(library.calls).containsExactly("rename a", "find a", "find b");
    assertThat(library.share.names("")).containsExactly("b");
  }

  @Test
  void aRenameThatDidNotTakeEffectIsDoneAgain() {
    library.share.write("a", "a");
    library.failNext("rename", Kind.GONE, false);
    share.rename(A, "b");
    assertThat(library.calls).containsExactly("rename a", "find a", "rename a");
    assertThat(library.share.names("")).containsExactly("b");
  }

  @Test
  void aRenameOfWhichNothingIsLeftFails() {
    library.failNext("rename", Kind.GONE, false);
    assertThat(failure(() -> share.rename(A, "b")))
        .hasMessage(
            "Garrison can't rename \"smb://fs1/stage/mde/a\": the share became unavailable (said GONE)");
    assertThat(library.calls).containsExactly("rename a", "find a", "find b");
  }

  @Test
  void aRenameThatIsRefusedIsNotDoneAgain() {
    library.share.write("a", "a");
    library.share.write("b", "b");
    assertThat(failure(() -> share.rename(A, "b")).diagnostic())
        .hasToString(
            "Garrison can't rename \"smb://fs1/stage/mde/a\": a file or folder already exists there. Find out who created that file or folder. Then remove it, or choose another folder. Nothing was overwritten. [CONTENT_EXISTS GAR-0311]");
    assertThat(library.calls).containsExactly("rename a");
  }

  @Test
  void whatIsNotThereIsNotDeleted() {
    share.delete(A);
    assertThat(library.calls).containsExactly("find a");
  }

  @Test
  void aFolderIsDeletedAsOneAndAFileAsOneAndTwiceWhereTheConnectionWasLost() {
    library.share.write("sub/a", "a");
    library.failNext("deleteFile", Kind.GONE, false);
    share.delete(SharePath.of("sub/a"));
    share.delete(SharePath.of("sub"));
    assertThat(library.calls)
        .containsExactly(
            "find sub/a", "deleteFile sub/a", "deleteFile sub/a", "find sub", "deleteFolder sub");
    assertThat(library.share.names("")).isEmpty();
  }

  @Test
  void onlyFoldersThatAreMissingAreCreated() {
    library.share.createFolder(SharePath.of("x"));
    share.createFolder(SharePath.of("x/y"));
    assertThat(library.calls).containsExactly("find x", "find x/y", "createFolder x/y");
  }

  @Test
  void aFolderThatSomebodyElseCreatedMeanwhileIsThere() {
    library.failNext("createFolder", Kind.EXISTS, false);
    share.createFolder(SharePath.of("x"));
    library.failNext("createFolder", Kind.GONE, true);
    share.createFolder(SharePath.of("y"));
    library.failNext("createFolder", Kind.ACCESS_DENIED, false);
    assertThat(failure(() -> share.createFolder(SharePath.of("z"))))
        .hasMessage("Garrison can't create \"smb://fs1/stage/mde/z\": access is denied");
  }

  @Test
  void aHoldThatIsRefusedNamesWhoHasIt() {
    try (ContentShare.Hold _ = share.hold(A, "anna@host1")) {
      Library other = new Library();
      other.share.write("a", "anna@host1");
      other.failNext("hold", Kind.HELD, false);
      assertThat(failure(() -> new Remote(other).hold(A, "bert")).diagnostic())
          .hasToString(
              "Garrison can't lock \"smb://fs1/stage/mde/a\": another process is writing there (held by anna@host1). Wait until the other process finishes, and then run the command again. [CONTENT_HELD GAR-0310]");
      assertThat(other.calls).containsExactly("hold a", "open a");
    }
  }

  @Test
  void aHolderThatDoesNotNameItselfIsNotNamedAndALongNameIsCut() {
    library.share.write("a", "");
    library.failNext("hold", Kind.HELD, false);
    assertThat(failure(() -> share.hold(A, "bert")))
        .hasMessage(
            "Garrison can't lock \"smb://fs1/stage/mde/a\": another process is writing there");
    library.share.write("a", "x".repeat(1001));
    library.failNext("hold", Kind.HELD, false);
    assertThat(failure(() -> share.hold(A, "bert")))
        .hasMessage(
            "Garrison can't lock \"smb://fs1/stage/mde/a\": another process is writing there (held by %s)"
                .formatted("x".repeat(1000)));
  }

  @Test
  void aHoldIsTriedAgainWhereTheConnectionWasLostAndFailsAsTheShareFails() {
    library.failNext("hold", Kind.GONE, false);
    share.hold(A, "anna").close();
    library.failNext("hold", Kind.READ_ONLY, false);
    assertThat(failure(() -> share.hold(A, "anna")))
        .hasMessage("Garrison can't lock \"smb://fs1/stage/mde/a\": the share is read-only");
    assertThat(library.calls).containsExactly("hold a", "hold a", "hold a");
  }

  @Test
  void closingEndsTheConnections() {
    share.close();
    assertThat(library.calls).containsExactly("close");
    library.failNext("close", Kind.GONE, false);
    assertThatThrownBy(share::close)
        .hasMessage(
            "Garrison can't close \"smb://fs1/stage/mde\": the share became unavailable (said GONE)");
  }
}
