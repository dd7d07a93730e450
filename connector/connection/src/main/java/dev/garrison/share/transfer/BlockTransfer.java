package dev.garrison.share.transfer;

import dev.garrison.digest.Sha256;
import dev.garrison.share.TransferProgress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Transfers the bytes of one file, in blocks and with several requests at once. Blocks of a quarter
 * of a mebibyte fit the processor's cache. As many are under way as the file has lanes, in constant
 * memory that is reused. Each has a thread that waits for its answer.
 */
final class BlockTransfer {
  private static final int BLOCK = 1 << 18;

  /**
   * One lane with its memory.
   *
   * @param there buffer for the bytes that the file already has
   */
  private record Slot(int lane, ByteBuffer block, ByteBuffer there) {}

  private final BlockFile file;
  private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong done = new AtomicLong();
  private long told;

  BlockTransfer(BlockFile file) {
    this.file = file;
  }

  /**
   * Makes the file equal to the source, and flushes it. Existing bytes are read and compared, and
   * only differences are sent, so that an earlier attempt that was cut off is continued.
   */
  void write(SourceBytes source, TransferProgress progress)
      throws IOException, InterruptedException {
    BlockingQueue<Slot> idle = slots(source.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long offset = 0;
      while (failures.isEmpty()) {
        Slot slot = idle.take();
        tell(source, progress);
        int filled = source.fill(slot.block().array());
        if (filled == 0) {
          break;
        }
        long at = offset;
        threads.execute(() -> writeBlock(slot, at, filled, idle));
        offset += filled;
      }
    }
    rethrow(failures.peek());
    if (file.size() > source.size()) {
      file.truncate(source.size());
    }
    file.flush();
    tell(source, progress);
  }

  private void tell(SourceBytes source, TransferProgress progress) {
    long now = done.get();
    if (now > told) {
      told = now;
      progress.advanced(now, source.size());
    }
  }

  private BlockingQueue<Slot> slots(long size) {
    int count = lanes(size);
    BlockingQueue<Slot> idle = new ArrayBlockingQueue<>(count);
    for (int lane = 0; lane < count; lane++) {
      int room = room(size);
      idle.add(
          new Slot(
              lane, ByteBuffer.allocate(room), ByteBuffer.allocate(file.size() == 0 ? 0 : room)));
    }
    return idle;
  }

  /** Size of a block's memory: one byte more than a small file, so that its end is detected. */
  private static int room(long size) {
    return (int) Math.min(BLOCK, size + 1);
  }

  private int lanes(long size) {
    return Math.clamp((size + BLOCK - 1) / BLOCK, 1, file.lanes());
  }

  private void writeBlock(Slot slot, long at, int length, BlockingQueue<Slot> idle) {
    try {
      int same = same(slot, at, length);
      if (same < length) {
        ByteBuffer rest = ByteBuffer.wrap(slot.block().array(), same, length - same);
        file.write(slot.lane(), at + same, rest);
      }
      done.addAndGet(length);
    } catch (IOException | RuntimeException e) {
      failures.add(e);
    } finally {
      idle.add(slot);
    }
  }

  /** Number of bytes at the beginning of the block that the file already has. */
  private int same(Slot slot, long at, int length) throws IOException {
    if (at >= file.size()) {
      return 0;
    }
    byte[] there = slot.there().array();
    int known = Math.min(file.read(slot.lane(), at, there), length);
    int differs = Arrays.mismatch(slot.block().array(), 0, known, there, 0, known);
    return differs < 0 ? known : differs;
  }

  /** Digests the file; reads blocks ahead and digests them in order. */
  Sha256 digest() throws IOException, InterruptedException {
    byte[][] blocks = new byte[lanes(file.size())][room(file.size())];
    MessageDigest digest = Sha256.algorithm();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Deque<Future<Integer>> ahead = new ArrayDeque<>();
      for (int lane = 0; lane < blocks.length; lane++) {
        ahead.add(read(threads, lane, blocks));
      }
      long number = 0;
      int filled = ahead.remove().get();
      while (filled == BLOCK) {
        digest.update(blocks[lane(number, blocks)]);
        ahead.add(read(threads, number + blocks.length, blocks));
        number++;
        filled = ahead.remove().get();
      }
      digest.update(blocks[lane(number, blocks)], 0, filled);
    } catch (ExecutionException e) {
      rethrow(e.getCause());
    }
    return Sha256.finish(digest);
  }

  /** Reads a block in its lane; after the end of the file the block is empty. */
  private Future<Integer> read(ExecutorService threads, long number, byte[][] blocks) {
    int lane = lane(number, blocks);
    return threads.submit(() -> file.read(lane, number * BLOCK, blocks[lane]));
  }

  private static int lane(long number, byte[][] blocks) {
    return (int) (number % blocks.length);
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}
