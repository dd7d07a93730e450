package dev.garrison.share.jcifs;

import dev.garrison.share.ContentShare.Entry;
import dev.garrison.share.ContentShare.Hold;
import dev.garrison.share.ShareAddress;
import dev.garrison.share.SharePath;
import dev.garrison.share.transfer.Attempts;
import dev.garrison.share.transfer.BlockFile;
import dev.garrison.share.transfer.RemoteCalls;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jcifs.CIFSContext;
import jcifs.CIFSException;
import jcifs.CloseableIterator;
import jcifs.SmbConstants;
import jcifs.SmbRandomAccess;
import jcifs.SmbResource;
import jcifs.smb.SmbFile;

/** Operations on the share with jcifs-ng. */
final class SmbCalls implements RemoteCalls {
  private final ShareAddress.Smb address;
  private final List<CIFSContext> connections;
  private final Attempts attempts;

  SmbCalls(ShareAddress.Smb address, List<CIFSContext> connections, Attempts attempts) {
    this.address = address;
    this.connections = List.copyOf(connections);
    this.attempts = attempts;
  }

  @Override
  public List<Entry> list(SharePath folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (SmbFile place = at(0, folder, true);
        CloseableIterator<SmbResource> children = place.children()) {
      while (children.hasNext()) {
        try (SmbResource child = children.next()) {
          entries.add(entry(child));
        }
      }
    }
    return entries;
  }

  @Override
  public Optional<Entry> find(SharePath path) throws IOException {
    try (SmbFile place = at(0, path, false)) {
      return place.exists() ? Optional.of(entry(place)) : Optional.empty();
    }
  }

  private static Entry entry(SmbResource resource) throws CIFSException {
    String name = resource.getName();
    boolean folder = resource.isDirectory();
    String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return new Entry(
        bare,
        folder,
        folder ? 0 : resource.length(),
        Instant.ofEpochMilli(resource.lastModified()));
  }

  @Override
  public InputStream open(SharePath file) throws IOException {
    return OwningStream.open(at(0, file, false));
  }

  @Override
  public BlockFile openToRead(SharePath file) throws IOException {
    return SmbBlocks.toRead(lane -> at(lane % connections.size(), file, false));
  }

  /** Opens a file after all connections have signed in; see {@link SmbShare}. */
  @Override
  public BlockFile openToWrite(SharePath file) throws IOException {
    for (int connection = 0; connection < connections.size(); connection++) {
      try (SmbFile place = at(connection, SharePath.ROOT, true)) {
        place.connect();
      }
    }
    return SmbBlocks.toWrite(lane -> at(lane % connections.size(), file, false));
  }

  @Override
  public void rename(SharePath file, SharePath target) throws IOException {
    try (SmbFile from = at(0, file, false);
        SmbFile to = at(0, target, false)) {
      from.renameTo(to, false);
    }
  }

  /**
   * Deletes a file or an empty folder; jcifs-ng itself would delete a folder with all its content.
   */
  @Override
  public void delete(SharePath path, boolean folder) throws IOException {
    if (folder && !list(path).isEmpty()) {
      throw new DirectoryNotEmptyException(path.toString());
    }
    try (SmbFile place = at(0, path, folder)) {
      place.delete();
    }
  }

  @Override
  public void createFolder(SharePath folder) throws IOException {
    try (SmbFile place = at(0, folder, true)) {
      place.mkdir();
    }
  }

  @Override
  public Hold hold(SharePath file, String holder) throws IOException {
    OpenHandles open = new OpenHandles();
    try {
      SmbFile place = at(0, file, false);
      open.add(place::close);
      SmbRandomAccess handle = place.openRandomAccess("rw", SmbConstants.FILE_SHARE_READ);
      open.add(handle::close);
      byte[] text = holder.getBytes(StandardCharsets.UTF_8);
      SmbHold hold = new SmbHold(open, handle, text, address + "/" + file, attempts);
      hold.write();
      return hold;
    } catch (IOException e) {
      try (open) {
        throw e;
      }
    }
  }

  @Override
  public void close() throws IOException {
    OpenHandles all = new OpenHandles();
    connections.forEach(connection -> all.add(connection::close));
    all.close();
  }

  private SmbFile at(int connection, SharePath path, boolean folder) throws IOException {
    CIFSContext context = connections.get(connection);
    SmbFile share =
        new SmbFile(
            "smb://" + address.host() + ":" + address.port() + "/" + address.share() + "/",
            context);
    List<String> names = new ArrayList<>(address.path().names());
    names.addAll(path.names());
    if (names.isEmpty()) {
      return share;
    }
    try (share) {
      return new SmbFile(share, String.join("/", names) + (folder ? "/" : ""));
    }
  }

  /** Stream that also closes its file. */
  private static final class OwningStream extends FilterInputStream {
    private final SmbFile file;

    private OwningStream(InputStream stream, SmbFile file) {
      super(stream);
      this.file = file;
    }

    static OwningStream open(SmbFile file) throws IOException {
      try {
        return new OwningStream(file.openInputStream(), file);
      } catch (IOException e) {
        try (file) {
          throw e;
        }
      }
    }

    @Override
    public void close() throws IOException {
      try (file) {
        super.close();
      }
    }
  }
}
