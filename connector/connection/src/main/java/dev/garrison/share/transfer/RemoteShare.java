package dev.garrison.share.transfer;

import dev.garrison.digest.Sha256;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A share on a file server: order of steps, repetition after a lost connection, and failures. The
 * library's calls are behind {@link RemoteCalls}.
 */
public abstract class RemoteShare implements ContentShare {
  private static final int LONGEST_HOLDER = 1000;

  private final ShareAddress.Smb address;
  private final RemoteCalls calls;
  private final Attempts attempts;

  protected RemoteShare(ShareAddress.Smb address, RemoteCalls calls, Attempts attempts) {
    this.address = address;
    this.calls = calls;
    this.attempts = attempts;
  }

  @Override
  public final String describe(SharePath path) {
    return path.names().isEmpty() ? address.toString() : address + "/" + path;
  }

  @Override
  public final List<Entry> list(SharePath folder) {
    return attempts.repeatable("list", describe(folder), () -> calls.list(folder)).stream()
        .sorted(Comparator.comparing(Entry::name))
        .toList();
  }

  @Override
  public final Optional<Entry> find(SharePath path) {
    return attempts.repeatable("find", describe(path), () -> calls.find(path));
  }

  @Override
  public final InputStream open(SharePath file) {
    return attempts.repeatable("read", describe(file), () -> calls.open(file));
  }

  @Override
  public final Sha256 digest(SharePath file) {
    return attempts.once(
        "read",
        describe(file),
        () -> {
          try (BlockFile open = calls.openToRead(file)) {
            return new BlockTransfer(open).digest();
          }
        });
  }

  @Override
  public final void put(SharePath folder, FileSource source, TransferProgress progress) {
    new PartFile(this, this::write).send(folder, source, progress);
  }

  private void write(SharePath part, PartFile.Filling filling) {
    attempts.once(
        "write",
        describe(part),
        () -> {
          try (BlockFile open = calls.openToWrite(part)) {
            filling.into(open);
          }
        });
  }

  /**
   * Renames a file. When the connection is lost, the files on the share show whether the rename
   * took effect.
   */
  @Override
  public final void rename(SharePath file, String newName) {
    SharePath target = file.parent().child(newName);
    try {
      renameOnce(file, target);
    } catch (ContentShareException e) {
      if (!attempts.connectionLost(e)) {
        throw e;
      }
      if (find(file).isPresent()) {
        renameOnce(file, target);
      } else if (find(target).isEmpty()) {
        throw e;
      }
    }
  }

  private void renameOnce(SharePath file, SharePath target) {
    attempts.once("rename", describe(file), () -> calls.rename(file, target));
  }

  @Override
  public final void delete(SharePath path) {
    Optional<Entry> there = find(path);
    if (there.isPresent()) {
      attempts.repeatable("delete", describe(path), () -> calls.delete(path, there.get().folder()));
    }
  }

  @Override
  public final void createFolder(SharePath folder) {
    SharePath made = SharePath.ROOT;
    for (String name : folder.names()) {
      made = made.child(name);
      createOne(made);
    }
  }

  private void createOne(SharePath folder) {
    if (find(folder).isPresent()) {
      return;
    }
    try {
      attempts.repeatable("create", describe(folder), () -> calls.createFolder(folder));
    } catch (ContentShareException e) {
      // Somebody else created it between the two requests.
      if (e.kind() != Kind.EXISTS) {
        throw e;
      }
    }
  }

  @Override
  public final Hold hold(SharePath file, String holder) {
    try {
      return attempts.repeatable("hold", describe(file), () -> calls.hold(file, holder));
    } catch (ContentShareException e) {
      if (e.kind() != Kind.HELD) {
        throw e;
      }
      String who = holderOf(file);
      throw ContentShareException.held(describe(file), who, e);
    }
  }

  private String holderOf(SharePath file) {
    return attempts.once(
        "read",
        describe(file),
        () -> {
          try (InputStream stream = calls.open(file)) {
            return new String(stream.readNBytes(LONGEST_HOLDER), StandardCharsets.UTF_8);
          }
        });
  }

  @Override
  public final void close() {
    attempts.once("close", describe(SharePath.ROOT), calls::close);
  }
}
