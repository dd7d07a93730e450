package dev.garrison.share.folder;

import dev.garrison.digest.Sha256;
import dev.garrison.files.AtomicMove;
import dev.garrison.files.DiskSync;
import dev.garrison.files.acl.AccessList;
import dev.garrison.files.ntfs.NtfsAccess;
import dev.garrison.language.Text;
import dev.garrison.share.ContentShare;
import dev.garrison.share.ContentShareException;
import dev.garrison.share.ContentShareException.Kind;
import dev.garrison.share.FileSource;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.TransferProgress;
import dev.garrison.share.access.AccessListed;
import dev.garrison.share.transfer.PartFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Content share in a folder of this computer. Links that lead out of it are refused; files and
 * folders are forced to the disk.
 */
public final class FolderShare implements ContentShare {
  private final ShareAddress.Folder address;
  private final Path root;
  private final FolderHolds holds = new FolderHolds();

  /** Opens the share; fails with {@code NOT_FOUND} unless the folder exists. */
  public FolderShare(ShareAddress.Folder address) {
    this.address = address;
    try {
      this.root = address.path().toRealPath();
    } catch (IOException e) {
      throw FolderFailures.of(e, "open", address.toString());
    }
  }

  @Override
  public String describe(SharePath path) {
    String below = String.join(root.getFileSystem().getSeparator(), path.names());
    return below.isEmpty() ? address.toString() : "folder:" + address.path().resolve(below);
  }

  /** Access lists of what lies in the folder; elsewhere than on Windows there are none. */
  public Optional<AccessListed> accessLists() {
    return NtfsAccess.appliesTo(root) ? Optional.of(this::accessList) : Optional.empty();
  }

  private AccessList accessList(SharePath path) {
    try {
      return NtfsAccess.read(resolve(path, "readRights"));
    } catch (IOException e) {
      throw failure(e, "readRights", path);
    }
  }

  @Override
  public List<Entry> list(SharePath folder) {
    Path place = resolve(folder, "list");
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(place)) {
      List<Entry> entries = new ArrayList<>();
      for (Path child : stream) {
        entries.add(entry(child, attributes(child)));
      }
      entries.sort(Comparator.comparing(Entry::name));
      return List.copyOf(entries);
    } catch (IOException e) {
      throw failure(e, "list", folder);
    }
  }

  @Override
  public Optional<Entry> find(SharePath path) {
    Path place = resolve(path, "find");
    try {
      return Optional.of(entry(place, attributes(place)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failure(e, "find", path);
    }
  }

  @Override
  public InputStream open(SharePath file) {
    Path place = resolve(file, "read");
    try {
      return Files.newInputStream(place);
    } catch (IOException e) {
      throw failure(e, "read", file);
    }
  }

  @Override
  public Sha256 digest(SharePath file) {
    try (InputStream stream = open(file)) {
      return Sha256.of(stream);
    } catch (IOException e) {
      throw failure(e, "read", file);
    }
  }

  @Override
  public void put(SharePath folder, FileSource source, TransferProgress progress) {
    new PartFile(this, this::write).send(folder, source, progress);
  }

  private void write(SharePath part, PartFile.Filling filling) {
    Path place = resolve(part, "write");
    try (FolderBlocks open = FolderBlocks.open(place)) {
      filling.into(open);
    } catch (IOException e) {
      throw failure(e, "write", part);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContentShareException(Kind.INTERRUPTED, "write", describe(part), "", e);
    }
  }

  @Override
  public void rename(SharePath file, String newName) {
    SharePath target = file.parent().child(newName);
    Path from = resolve(file, "rename");
    Path to = resolve(target, "rename");
    try {
      // Only Windows refuses a move to a taken name; a hold keeps the writers of one name apart.
      if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
        throw new ContentShareException(Kind.EXISTS, "write", describe(target), "", null);
      }
      AtomicMove.move(from, to);
      DiskSync.folder(parent(to));
    } catch (IOException e) {
      throw failure(e, "rename", file);
    }
  }

  @Override
  public void delete(SharePath path) {
    Path place = resolve(path, "delete");
    try {
      if (Files.deleteIfExists(place)) {
        DiskSync.folder(parent(place));
      }
    } catch (IOException e) {
      throw failure(e, "delete", path);
    }
  }

  @Override
  public void createFolder(SharePath folder) {
    SharePath made = SharePath.ROOT;
    for (String name : folder.names()) {
      made = made.child(name);
      Path place = resolve(made, "create");
      if (!Files.isDirectory(place)) {
        try {
          Files.createDirectories(place);
          DiskSync.folder(parent(place));
        } catch (IOException e) {
          throw failure(e, "create", made);
        }
      }
    }
  }

  @Override
  public Hold hold(SharePath file, String holder) {
    try {
      return holds.take(resolve(file, "hold"), describe(file), holder);
    } catch (IOException e) {
      throw failure(e, "hold", file);
    }
  }

  @Override
  public void close() {
    holds.close();
  }

  /** The real path, after a check that no link on it leads out of the share. */
  private Path resolve(SharePath path, String doing) {
    if (!Files.isDirectory(root)) {
      throw new ContentShareException(Kind.GONE, doing, describe(path), "", null);
    }
    try {
      Path place = root;
      for (String name : path.names()) {
        place = place.resolve(name);
      }
      Path existing = place;
      while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
        existing = parent(existing);
      }
      if ((Files.isSymbolicLink(existing) && !Files.exists(existing))
          || !existing.toRealPath().startsWith(root)) {
        throw new ContentShareException(
            Kind.OTHER, doing, describe(path), Text.of("share.link-leads-out"), null);
      }
      return place;
    } catch (InvalidPathException e) {
      throw new ContentShareException(
          Kind.OTHER, doing, describe(path), Text.of("share.name-in-locale"), e);
    } catch (IOException e) {
      throw failure(e, doing, path);
    }
  }

  private ContentShareException failure(IOException cause, String doing, SharePath path) {
    return Files.isDirectory(root)
        ? FolderFailures.of(cause, doing, describe(path))
        : new ContentShareException(Kind.GONE, doing, describe(path), "", cause);
  }

  private static Path parent(Path place) {
    Path parent = place.getParent();
    return parent == null ? place : parent;
  }

  private static BasicFileAttributes attributes(Path place) throws IOException {
    return Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static Entry entry(Path place, BasicFileAttributes attributes) {
    boolean folder = attributes.isDirectory();
    return new Entry(
        String.valueOf(place.getFileName()),
        folder,
        folder ? 0 : attributes.size(),
        attributes.lastModifiedTime().toInstant());
  }
}
