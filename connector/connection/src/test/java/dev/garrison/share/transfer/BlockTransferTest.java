package dev.garrison.share.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.digest.Sha256;
import dev.garrison.share.ContentFile;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.FileSource;
import dev.garrison.share.TransferProgress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which blocks are sent and read, on which lanes, and what stops them. */
final class BlockTransferTest {
  private static final int BLOCK = 1 << 18;

  /** A file in memory that writes down where it was written and read. */
  private static final class Written implements BlockFile {
    private final int lanes;
    private final long size;
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private final Set<Integer> used = new TreeSet<>();
    private byte[] bytes;
    private long failAt = Long.MAX_VALUE;
    private boolean mistake;

    Written(int lanes, byte[] bytes) {
      this.lanes = lanes;
      this.size = bytes.length;
      this.bytes = bytes.clone();
    }

    Written failingFrom(long at) {
      failAt = at;
      return this;
    }

    private void pass(int lane, long at) throws IOException {
      if (lane < 0 || lane >= lanes) {
        throw new AssertionError("lane " + lane + " of " + lanes);
      }
      used.add(lane);
      if (at >= failAt && mistake) {
        throw new IllegalStateException("a mistake of ours");
      }
      if (at >= failAt) {
        throw new IOException("cut at " + at);
      }
    }

    @Override
    public int lanes() {
      return lanes;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public synchronized int read(int lane, long at, byte[] block) throws IOException {
      pass(lane, at);
      steps.add("read %d".formatted(at));
      int length = (int) Math.clamp(bytes.length - at, 0L, (long) block.length);
      System.arraycopy(bytes, (int) Math.min(at, bytes.length), block, 0, length);
      return length;
    }

    @Override
    public synchronized void write(int lane, long at, ByteBuffer given) throws IOException {
      pass(lane, at);
      steps.add("write %d+%d".formatted(at, given.remaining()));
      int end = (int) at + given.remaining();
      bytes = bytes.length < end ? Arrays.copyOf(bytes, end) : bytes;
      given.get(bytes, (int) at, given.remaining());
    }

    @Override
    public void truncate(long shorter) {
      steps.add("truncate " + shorter);
      bytes = Arrays.copyOf(bytes, (int) shorter);
    }

    @Override
    public void flush() {
      steps.add("flush");
    }

    @Override
    public void close() {
      throw new AssertionError("whoever opened it closes it");
    }
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static void write(Written file, byte[] content, TransferProgress progress)
      throws IOException, InterruptedException {
    try (SourceBytes source = SourceBytes.open(FileSource.of("a", content))) {
      new BlockTransfer(file).write(source, progress);
    }
  }

  private static List<String> steps(byte[] there, byte[] content)
      throws IOException, InterruptedException {
    Written file = new Written(1, there);
    write(file, content, TransferProgress.SILENT);
    assertThat(file.bytes).isEqualTo(content);
    return file.steps;
  }

  @Test
  void anEmptyFileIsFlushedAndNothingIsWritten() throws Exception {
    assertThat(steps(new byte[0], new byte[0])).containsExactly("flush");
  }

  @Test
  void aNewFileIsWrittenInBlocksAndNeverRead() throws Exception {
    assertThat(steps(new byte[0], random(2 * BLOCK + 3)))
        .containsExactly("write 0+262144", "write 262144+262144", "write 524288+3", "flush");
  }

  @Test
  void onlyWhatDiffersIsSent() throws Exception {
    byte[] content = random(2 * BLOCK + 3);
    byte[] altered = content.clone();
    altered[BLOCK + 10] ^= 1;
    assertThat(steps(altered, content))
        .containsExactly("read 0", "read 262144", "write 262154+262134", "read 524288", "flush");
  }

  @Test
  void aBlockWhoseFirstByteDiffersIsSentWhole() throws Exception {
    byte[] content = random(BLOCK + 3);
    byte[] altered = content.clone();
    altered[BLOCK] ^= 1;
    assertThat(steps(altered, content))
        .containsExactly("read 0", "read 262144", "write 262144+3", "flush");
  }

  @Test
  void noMoreLanesAreUsedThanThereAreBlocks() throws Exception {
    for (int blocks = 1; blocks <= 4; blocks++) {
      Written file = new Written(3, random(1));
      write(file, random(blocks * BLOCK), TransferProgress.SILENT);
      assertThat(file.used).as("%d blocks", blocks).hasSize(Math.min(blocks, 3));
      Written digested = new Written(3, random(blocks * BLOCK));
      Object _ = new BlockTransfer(digested).digest();
      assertThat(digested.used).as("%d blocks", blocks).hasSize(Math.min(blocks, 3));
    }
  }

  @Test
  void progressIsToldWhileItIsSent() throws Exception {
    List<Long> heard = new ArrayList<>();
    write(new Written(1, new byte[0]), random(3 * BLOCK), (done, _) -> heard.add(done));
    assertThat(heard).containsExactly(262_144L, 524_288L, 786_432L);
  }

  @Test
  void anEarlierAttemptIsContinuedBehindItsLastByte() throws Exception {
    byte[] content = random(2 * BLOCK + 3);
    assertThat(steps(Arrays.copyOf(content, BLOCK + 77), content))
        .containsExactly("read 0", "read 262144", "write 262221+262067", "write 524288+3", "flush");
    assertThat(steps(Arrays.copyOf(content, BLOCK), content))
        .containsExactly("read 0", "write 262144+262144", "write 524288+3", "flush");
  }

  @Test
  void whatLiesBehindTheEndIsCutOff() throws Exception {
    assertThat(steps(random(9), Arrays.copyOf(random(9), 5)))
        .containsExactly("read 0", "truncate 5", "flush");
    assertThat(steps(random(9), random(9))).containsExactly("read 0", "flush");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void severalLanesWriteTheSame(int lanes) throws Exception {
    byte[] content = random(16 * BLOCK + 1);
    Written file = new Written(lanes, new byte[0]);
    List<Long> heard = new ArrayList<>();
    write(
        file,
        content,
        (done, total) -> {
          assertThat(total).isEqualTo(content.length);
          heard.add(done);
        });
    assertThat(file.bytes).isEqualTo(content);
    assertThat(file.steps).hasSize(18).endsWith("flush");
    assertThat(heard).isSorted().doesNotHaveDuplicates().endsWith((long) content.length);
  }

  @Test
  void nothingIsToldOfNothing() throws Exception {
    List<Long> heard = new ArrayList<>();
    write(new Written(1, new byte[0]), new byte[0], (done, _) -> heard.add(done));
    assertThat(heard).isEmpty();
  }

  @Test
  void aBlockThatFailsEndsItBeforeTheFlush() {
    Written file = new Written(1, new byte[0]).failingFrom(BLOCK);
    assertThatThrownBy(() -> write(file, random(9 * BLOCK), TransferProgress.SILENT))
        .isInstanceOf(IOException.class)
        .hasMessage("cut at 262144");
    assertThat(file.steps).containsExactly("write 0+262144");
    Written longer = new Written(1, random(9)).failingFrom(0);
    assertThatThrownBy(() -> write(longer, random(5), TransferProgress.SILENT))
        .hasMessage("cut at 0");
    assertThat(longer.steps).isEmpty();
  }

  @Test
  void aSourceThatEndsEarlyEndsItBeforeTheFlush() {
    Written file = new Written(1, new byte[0]);
    byte[] content = random(BLOCK);
    FileSource shorter =
        new FileSource(
            new ContentFile("a", BLOCK + 1L, Sha256.of(content)),
            FileSource.of("a", content).bytes());
    assertThatThrownBy(
            () -> {
              try (SourceBytes source = SourceBytes.open(shorter)) {
                new BlockTransfer(file).write(source, TransferProgress.SILENT);
              }
            })
        .isInstanceOf(ContentShareException.class);
    assertThat(file.steps).doesNotContain("flush");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 7 * BLOCK + 5})
  void aDigestIsThatOfTheBytesInTheirOrder(int size) throws Exception {
    byte[] content = random(size);
    for (int lanes : new int[] {1, 2, 3, 16}) {
      assertThat(new BlockTransfer(new Written(lanes, content)).digest())
          .as("%d lanes", lanes)
          .isEqualTo(Sha256.of(content));
    }
  }

  @Test
  void aDigestOfWhatCannotBeReadFails() {
    assertThatThrownBy(
            () -> new BlockTransfer(new Written(2, random(5 * BLOCK)).failingFrom(BLOCK)).digest())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cut at ");
    Written mistaken = new Written(1, random(9)).failingFrom(0);
    mistaken.mistake = true;
    assertThatThrownBy(() -> new BlockTransfer(mistaken).digest())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a mistake of ours");
  }
}
