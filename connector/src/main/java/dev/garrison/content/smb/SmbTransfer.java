package dev.garrison.content.smb;

import dev.garrison.content.share.ProvenSource;
import dev.garrison.content.share.TransferProgress;
import dev.garrison.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import jcifs.SmbConstants;
import jcifs.SmbRandomAccess;
import jcifs.smb.SmbFile;

/** The bytes of one file over several handles at once, a mebibyte each, in constant memory. */
final class SmbTransfer {
  private static final int BLOCK = 1 << 20;
  private static final int MOST_HANDLES = 8;

  /** The same file, reached through the connection of this handle. */
  @FunctionalInterface
  interface Place {
    SmbFile through(int handle) throws IOException;
  }

  private record Slot(SmbRandomAccess handle, ByteBuffer block) {}

  private final Place place;
  private final Queue<IOException> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong done = new AtomicLong();

  SmbTransfer(Place place) {
    this.place = place;
  }

  /** Writes to a file that is not there yet. */
  void write(ProvenSource source, TransferProgress progress)
      throws IOException, InterruptedException {
    try (OpenHandles open = new OpenHandles()) {
      BlockingQueue<Slot> idle = openForWriting(source.size(), open);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        long offset = 0;
        while (failures.isEmpty()) {
          Slot slot = idle.take();
          int filled = source.fill(slot.block().array());
          if (filled == 0) {
            break;
          }
          long at = offset;
          threads.execute(() -> writeBlock(slot, at, filled, idle));
          offset += filled;
          progress.advanced(done.get(), source.size());
        }
      }
      IOException failed = failures.peek();
      if (failed != null) {
        throw failed;
      }
    }
    progress.advanced(done.get(), source.size());
  }

  private BlockingQueue<Slot> openForWriting(long size, OpenHandles open) throws IOException {
    int count = handles(size);
    BlockingQueue<Slot> idle = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      SmbFile file = place.through(i);
      open.add(file::close);
      SmbRandomAccess handle =
          file.openRandomAccess("rw", SmbConstants.FILE_SHARE_READ | SmbConstants.FILE_SHARE_WRITE);
      open.add(handle::close);
      idle.add(new Slot(handle, ByteBuffer.allocate((int) Math.min(BLOCK, size + 1))));
    }
    return idle;
  }

  private void writeBlock(Slot slot, long at, int length, BlockingQueue<Slot> idle) {
    try {
      slot.handle().seek(at);
      slot.handle().write(slot.block().array(), 0, length);
      done.addAndGet(length);
    } catch (IOException e) {
      failures.add(e);
    } finally {
      idle.add(slot);
    }
  }

  /** Reads blocks ahead on all handles and digests them in order. */
  Sha256 digest(long size) throws IOException, InterruptedException {
    int count = handles(size);
    MessageDigest digest = Sha256.algorithm();
    try (OpenHandles open = new OpenHandles();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<InputStream> streams = openForReading(count, open);
      Deque<Future<byte[]>> ahead = new ArrayDeque<>();
      for (InputStream stream : streams) {
        ahead.add(threads.submit(() -> stream.readNBytes(BLOCK)));
      }
      for (int next = 0; !ahead.isEmpty(); next = (next + 1) % count) {
        byte[] block = ahead.remove().get();
        digest.update(block);
        if (block.length == BLOCK) {
          InputStream stream = streams.get(next);
          stream.skipNBytes((long) (count - 1) * BLOCK);
          ahead.add(threads.submit(() -> stream.readNBytes(BLOCK)));
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    }
    return Sha256.finish(digest);
  }

  /** Skipping moves the offset of the next read; no bytes are fetched. */
  private List<InputStream> openForReading(int count, OpenHandles open) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SmbFile file = place.through(i);
      open.add(file::close);
      InputStream stream = file.openInputStream();
      open.add(stream::close);
      stream.skipNBytes((long) i * BLOCK);
      streams.add(stream);
    }
    return streams;
  }

  private static int handles(long size) {
    return Math.clamp((size + BLOCK - 1) / BLOCK, 1, MOST_HANDLES);
  }
}
