package dev.garrison.content.smbj;

import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.share.File;
import dev.garrison.content.share.ProvenSource;
import dev.garrison.content.share.TransferProgress;
import dev.garrison.digest.Sha256;
import java.io.EOFException;
import java.io.IOException;
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
 * The bytes of one file: several requests of a mebibyte are on their way at once, in constant
 * memory. Each has a thread that waits for its answer, because smbj's own asynchronous write does
 * not tell why the server refused it.
 */
final class SmbjTransfer {
  private static final int BLOCK = 1 << 20;
  private static final int WINDOW = 6;

  private final File file;
  private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong done = new AtomicLong();

  SmbjTransfer(File file) {
    this.file = file;
  }

  /** Writes to a file that is still empty, and flushes it. */
  void write(ProvenSource source, TransferProgress progress)
      throws IOException, InterruptedException {
    BlockingQueue<byte[]> idle = blocks(source.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long offset = 0;
      while (failures.isEmpty()) {
        byte[] block = idle.take();
        int filled = source.fill(block);
        if (filled == 0) {
          break;
        }
        long at = offset;
        threads.execute(() -> writeBlock(block, at, filled, idle));
        offset += filled;
        progress.advanced(done.get(), source.size());
      }
    }
    rethrow(failures.peek());
    file.flush();
    progress.advanced(done.get(), source.size());
  }

  private static BlockingQueue<byte[]> blocks(long size) {
    int count = Math.clamp((size + BLOCK - 1) / BLOCK, 1, WINDOW);
    BlockingQueue<byte[]> idle = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      idle.add(new byte[(int) Math.min(BLOCK, size + 1)]);
    }
    return idle;
  }

  private void writeBlock(byte[] block, long at, int length, BlockingQueue<byte[]> idle) {
    try {
      if (file.write(block, at, 0, length) != length) {
        throw new EOFException("the server took fewer bytes than it was sent");
      }
      done.addAndGet(length);
    } catch (IOException | SMBRuntimeException e) {
      failures.add(e);
    } finally {
      idle.add(block);
    }
  }

  /** Reads blocks ahead and digests them in order. */
  Sha256 digest() throws IOException, InterruptedException {
    MessageDigest digest = Sha256.algorithm();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Deque<Future<byte[]>> ahead = new ArrayDeque<>();
      long offset = 0;
      for (int i = 0; i < WINDOW; i++, offset += BLOCK) {
        ahead.add(read(threads, offset));
      }
      byte[] block = ahead.remove().get();
      while (block.length == BLOCK) {
        digest.update(block);
        ahead.add(read(threads, offset));
        offset += BLOCK;
        block = ahead.remove().get();
      }
      digest.update(block);
    } catch (ExecutionException e) {
      rethrow(e.getCause());
    }
    return Sha256.finish(digest);
  }

  private Future<byte[]> read(ExecutorService threads, long at) {
    return threads.submit(() -> readBlock(at));
  }

  /** Shorter than a block only at the end of the file. */
  private byte[] readBlock(long at) {
    byte[] block = new byte[BLOCK];
    int filled = 0;
    while (filled < BLOCK) {
      int read = file.read(block, at + filled, filled, BLOCK - filled);
      if (read <= 0) {
        return Arrays.copyOf(block, filled);
      }
      filled += read;
    }
    return block;
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case SMBRuntimeException e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}
