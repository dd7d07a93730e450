package dev.garrison.share;

import dev.garrison.share.ContentShare.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies on a {@link FakeShare}, and what is wrong with its disk and with the way there. */
final class MemoryFiles {
  /** A file or folder. */
  static final class Node {
    private final boolean folder;
    private byte[] bytes = {};
    private Instant written;
    private @Nullable Object holder;

    private Node(boolean folder, Instant written) {
      this.folder = folder;
      this.written = written;
    }
  }

  /** What stops the bytes of a file. */
  enum Stop {
    NOTHING,
    FULL,
    CUT
  }

  private final Map<SharePath, Node> nodes = new HashMap<>();
  private long room = Long.MAX_VALUE;
  private long untilCut = Long.MAX_VALUE;
  private boolean altering;

  MemoryFiles(Instant made) {
    nodes.put(SharePath.ROOT, new Node(true, made));
  }

  synchronized void room(long bytes) {
    room = bytes;
  }

  synchronized void cutAfter(long bytes) {
    untilCut = bytes;
  }

  synchronized void altering() {
    altering = true;
  }

  synchronized void mend() {
    room = Long.MAX_VALUE;
    untilCut = Long.MAX_VALUE;
    altering = false;
  }

  synchronized Optional<Entry> find(SharePath path) {
    return Optional.ofNullable(nodes.get(path)).map(node -> entry(path, node));
  }

  private static Entry entry(SharePath path, Node node) {
    return new Entry(path.name(), node.folder, node.bytes.length, node.written);
  }

  synchronized boolean isFolder(SharePath path) {
    Node node = nodes.get(path);
    return node != null && node.folder;
  }

  synchronized boolean isFile(SharePath path) {
    Node node = nodes.get(path);
    return node != null && !node.folder;
  }

  synchronized List<Entry> children(SharePath folder) {
    return nodes.entrySet().stream()
        .filter(each -> !each.getKey().names().isEmpty())
        .filter(each -> each.getKey().parent().equals(folder))
        .map(each -> entry(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(Entry::name))
        .toList();
  }

  synchronized byte[] bytes(SharePath file) {
    return Objects.requireNonNull(nodes.get(file)).bytes.clone();
  }

  /** Reads at a place of a file; 0 behind its end. */
  synchronized int read(SharePath file, long at, byte[] block) {
    byte[] bytes = Objects.requireNonNull(nodes.get(file)).bytes;
    int length = Math.clamp(bytes.length - at, 0, block.length);
    System.arraycopy(bytes, (int) Math.min(at, bytes.length), block, 0, length);
    return length;
  }

  /** Writes as much as the disk and the way there let through. */
  synchronized Stop write(SharePath file, long at, ByteBuffer block, Instant now) {
    Node node = Objects.requireNonNull(nodes.get(file));
    int length = block.remaining();
    long passing = Math.min(length, Math.min(untilCut, room));
    Stop stop = passing == length ? Stop.NOTHING : untilCut <= room ? Stop.CUT : Stop.FULL;
    if (node.bytes.length < at + passing) {
      node.bytes = Arrays.copyOf(node.bytes, (int) (at + passing));
    }
    block.get(node.bytes, (int) at, (int) passing);
    if (altering && passing > 0) {
      node.bytes[(int) at] ^= 1;
    }
    node.written = now;
    room -= room == Long.MAX_VALUE ? 0 : passing;
    untilCut = stop == Stop.CUT || untilCut == Long.MAX_VALUE ? Long.MAX_VALUE : untilCut - passing;
    return stop;
  }

  synchronized void truncate(SharePath file, long size) {
    Node node = Objects.requireNonNull(nodes.get(file));
    node.bytes = Arrays.copyOf(node.bytes, (int) size);
  }

  /** Makes a file where there is none. */
  synchronized Node file(SharePath path, Instant now) {
    return nodes.computeIfAbsent(path, _ -> new Node(false, now));
  }

  synchronized void folder(SharePath path, Instant now) {
    nodes.putIfAbsent(path, new Node(true, now));
  }

  synchronized void move(SharePath file, SharePath target) {
    nodes.put(target, Objects.requireNonNull(nodes.remove(file)));
  }

  synchronized void remove(SharePath path) {
    nodes.remove(path);
  }

  synchronized boolean holds(SharePath file, Node node) {
    return node.equals(nodes.get(file));
  }

  /** Whether the holder has it now. */
  synchronized boolean take(Node node, Object holder, String named) {
    if (node.holder != null && !node.holder.equals(holder)) {
      return false;
    }
    node.holder = holder;
    node.bytes = named.getBytes(StandardCharsets.UTF_8);
    return true;
  }

  synchronized void release(Node node, Object holder) {
    if (holder.equals(node.holder)) {
      node.holder = null;
      node.bytes = new byte[0];
    }
  }

  /** As when the connection of every holder breaks. */
  synchronized void loseHolds() {
    nodes.values().forEach(node -> node.holder = null);
  }
}
