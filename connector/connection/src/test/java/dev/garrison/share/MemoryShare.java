package dev.garrison.share;

import dev.garrison.digest.Sha256;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.transfer.BlockFile;
import dev.garrison.share.transfer.PartFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A share in memory: what a {@link FakeShare} does once it has written down what was asked. */
final class MemoryShare implements ContentShare {
  private final MemoryFiles files;
  private final InstantSource time;
  private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

  MemoryShare(MemoryFiles files, InstantSource time) {
    this.files = files;
    this.time = time;
  }

  private final class Blocks implements BlockFile {
    private final SharePath file;
    private final long size;

    private Blocks(SharePath file) {
      this.file = file;
      this.size = files.bytes(file).length;
    }

    @Override
    public int lanes() {
      return 1;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public int read(int lane, long at, byte[] block) {
      return files.read(file, at, block);
    }

    @Override
    public void write(int lane, long at, ByteBuffer bytes) throws IOException {
      MemoryFiles.Stop stop = files.write(file, at, bytes, time.instant());
      switch (stop) {
        case FULL -> throw failure(Kind.FULL, "write", file, "");
        case CUT -> throw failure(Kind.GONE, "write", file, "");
        case NOTHING -> {}
      }
    }

    @Override
    public void truncate(long shorter) {
      files.truncate(file, shorter);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final class MemoryHold implements Hold {
    private final SharePath file;
    private final MemoryFiles.Node node;
    private final String holder;
    private boolean closed;

    private MemoryHold(SharePath file, MemoryFiles.Node node, String holder) {
      this.file = file;
      this.node = node;
      this.holder = holder;
    }

    @Override
    public synchronized void renew() {
      if (closed || !files.holds(file, node)) {
        throw failure(Kind.GONE, "hold", file, "");
      }
      take();
    }

    private void take() {
      if (!files.take(node, this, holder)) {
        String other = new String(files.bytes(file), StandardCharsets.UTF_8);
        throw ContentShareException.held(describe(file), other, null);
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      holds.remove(this);
      files.release(node, this);
    }
  }

  private ContentShareException failure(Kind kind, String doing, SharePath path, String detail) {
    return new ContentShareException(kind, doing, describe(path), detail, null);
  }

  private void checkFile(SharePath file, String doing) {
    if (files.isFolder(file)) {
      throw failure(Kind.OTHER, doing, file, "it is a folder");
    }
    if (!files.isFile(file)) {
      throw failure(Kind.NOT_FOUND, doing, file, "");
    }
  }

  @Override
  public String describe(SharePath path) {
    return path.names().isEmpty() ? "fake:" : "fake:/" + path;
  }

  @Override
  public List<Entry> list(SharePath folder) {
    if (!files.isFolder(folder)) {
      throw failure(Kind.NOT_FOUND, "list", folder, "");
    }
    return files.children(folder);
  }

  @Override
  public Optional<Entry> find(SharePath path) {
    return files.find(path);
  }

  @Override
  public InputStream open(SharePath file) {
    checkFile(file, "read");
    return new ByteArrayInputStream(files.bytes(file));
  }

  @Override
  public Sha256 digest(SharePath file) {
    checkFile(file, "read");
    return Sha256.of(files.bytes(file));
  }

  @Override
  public void put(SharePath folder, FileSource source, TransferProgress progress) {
    new PartFile(this, this::write).send(folder, source, progress);
  }

  private void write(SharePath part, PartFile.Filling filling) {
    if (!files.isFolder(part.parent())) {
      throw failure(Kind.NOT_FOUND, "write", part, "");
    }
    Object _ = files.file(part, time.instant());
    try (BlockFile open = new Blocks(part)) {
      filling.into(open);
    } catch (IOException e) {
      throw new AssertionError("memory does not fail by itself", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContentShareException(Kind.INTERRUPTED, "write", describe(part), "", e);
    }
  }

  @Override
  public void rename(SharePath file, String newName) {
    SharePath target = file.parent().child(newName);
    checkFile(file, "rename");
    if (files.find(target).isPresent()) {
      throw failure(Kind.EXISTS, "write", target, "");
    }
    files.move(file, target);
  }

  @Override
  public void delete(SharePath path) {
    if (path.names().isEmpty()) {
      throw failure(Kind.OTHER, "delete", path, "it is the share itself");
    }
    if (!files.children(path).isEmpty()) {
      throw failure(Kind.OTHER, "delete", path, "the folder isn't empty");
    }
    files.remove(path);
  }

  @Override
  public void createFolder(SharePath folder) {
    SharePath made = SharePath.ROOT;
    for (String name : folder.names()) {
      made = made.child(name);
      if (files.isFile(made)) {
        throw failure(Kind.EXISTS, "create", made, "");
      }
      files.folder(made, time.instant());
    }
  }

  @Override
  public Hold hold(SharePath file, String holder) {
    if (!files.isFolder(file.parent())) {
      throw failure(Kind.NOT_FOUND, "hold", file, "");
    }
    MemoryHold hold = new MemoryHold(file, files.file(file, time.instant()), holder);
    hold.take();
    holds.add(hold);
    return hold;
  }

  @Override
  public void close() {
    holds.forEach(Hold::close);
  }
}
