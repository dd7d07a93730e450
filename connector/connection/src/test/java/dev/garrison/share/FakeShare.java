package dev.garrison.share;

import dev.garrison.digest.Sha256;
import dev.garrison.share.ContentShareException.Kind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A content share in memory that keeps {@link ContentShareContract}, writes down what it is asked,
 * and fails as it is told to. Its address is {@code fake:}. A call is written down as {@code verb
 * path}, and a rename with the new name behind it.
 */
public final class FakeShare implements ContentShare {
  private static final Instant BEGINNING = Instant.parse("2026-03-02T08:00:00Z");
  private static final Set<String> WRITING =
      Set.of("put", "rename", "delete", "createFolder", "hold");
  private static final Map<String, String> SPOKEN =
      Map.of("put", "write", "createFolder", "create", "open", "read", "digest", "read");

  private final MemoryFiles files;
  private final InstantSource time;
  private final MemoryShare share;
  private final List<String> calls;
  private final Map<String, Kind> failures;

  /** An empty one, on which all is written at one time. */
  public FakeShare() {
    this(InstantSource.fixed(BEGINNING));
  }

  /**
   * An empty one.
   *
   * @param time the share's clock
   */
  public FakeShare(InstantSource time) {
    this(
        new MemoryFiles(time.instant()),
        time,
        new CopyOnWriteArrayList<>(),
        new ConcurrentHashMap<>());
  }

  private FakeShare(
      MemoryFiles files, InstantSource time, List<String> calls, Map<String, Kind> failures) {
    this.files = files;
    this.time = time;
    this.share = new MemoryShare(files, time);
    this.calls = calls;
    this.failures = failures;
  }

  /** The same place as another process has it: calls and faults are shared, holds are not. */
  public FakeShare other() {
    return new FakeShare(files, time, calls, failures);
  }

  /** All that was asked, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Those of the calls that may change what lies there, in order. */
  public List<String> writes() {
    return calls.stream().filter(call -> WRITING.contains(call.split(" ", 2)[0])).toList();
  }

  /** Begins to write calls down anew. */
  public void forgetCalls() {
    calls.clear();
  }

  /**
   * Lets each such call fail from now on, before anything happens.
   *
   * @param call as it is written down, such as {@code delete base/v1}
   */
  public void failOn(String call, Kind kind) {
    failures.put(call, kind);
  }

  /** Lets the share be full after so many more bytes. */
  public void room(long bytes) {
    files.room(bytes);
  }

  /** Cuts the way there off once, after so many more bytes: {@code GONE}. */
  public void cutAfter(long bytes) {
    files.cutAfter(bytes);
  }

  /** Lets the disk change a bit of each block that it is given from now on. */
  public void alterWhatIsWritten() {
    files.altering();
  }

  /** Frees what is held, as when every connection breaks; whoever renews first has it again. */
  public void loseHolds() {
    files.loseHolds();
  }

  /** Ends all faults. */
  public void mend() {
    failures.clear();
    files.mend();
  }

  /** Somebody else writes a file, with the folders above it, over one that is there. */
  public void write(String path, String text) {
    SharePath file = SharePath.of(path);
    share.createFolder(file.parent());
    Object _ = files.file(file, time.instant());
    files.truncate(file, 0);
    Object _ = files.write(file, 0, StandardCharsets.UTF_8.encode(text), time.instant());
  }

  /** Somebody else moves a file or an empty folder. */
  public void move(String from, String to) {
    files.move(SharePath.of(from), SharePath.of(to));
  }

  /** Somebody else takes a file or an empty folder away. */
  public void erase(String path) {
    files.remove(SharePath.of(path));
  }

  /** The text of a file that is there. */
  public String text(String path) {
    return new String(files.bytes(SharePath.of(path)), StandardCharsets.UTF_8);
  }

  /** The names in a folder that is there, sorted. */
  public List<String> names(String folder) {
    return share.list(SharePath.of(folder)).stream().map(Entry::name).toList();
  }

  private void asked(String verb, SharePath path) {
    asked(verb, path, "");
  }

  private void asked(String verb, SharePath path, String more) {
    String call = (verb + " " + path + " " + more).strip();
    calls.add(call);
    Kind kind = failures.get(call);
    if (kind != null) {
      throw new ContentShareException(
          kind, SPOKEN.getOrDefault(verb, verb), describe(path), "", null);
    }
  }

  @Override
  public String describe(SharePath path) {
    return share.describe(path);
  }

  @Override
  public List<Entry> list(SharePath folder) {
    asked("list", folder);
    return share.list(folder);
  }

  @Override
  public Optional<Entry> find(SharePath path) {
    asked("find", path);
    return share.find(path);
  }

  @Override
  public InputStream open(SharePath file) {
    asked("open", file);
    return share.open(file);
  }

  @Override
  public Sha256 digest(SharePath file) {
    asked("digest", file);
    return share.digest(file);
  }

  @Override
  public void put(SharePath folder, FileSource source, TransferProgress progress) {
    asked("put", folder.child(source.file().name()));
    share.put(folder, source, progress);
  }

  @Override
  public void rename(SharePath file, String newName) {
    asked("rename", file, newName);
    share.rename(file, newName);
  }

  @Override
  public void delete(SharePath path) {
    asked("delete", path);
    share.delete(path);
  }

  @Override
  public void createFolder(SharePath folder) {
    asked("createFolder", folder);
    share.createFolder(folder);
  }

  private final class WatchedHold implements Hold {
    private final SharePath file;
    private final Hold hold;

    private WatchedHold(SharePath file, Hold hold) {
      this.file = file;
      this.hold = hold;
    }

    @Override
    public void renew() {
      asked("renew", file);
      hold.renew();
    }

    @Override
    public void close() {
      calls.add("release " + file);
      hold.close();
    }
  }

  @Override
  public Hold hold(SharePath file, String holder) {
    asked("hold", file);
    return new WatchedHold(file, share.hold(file, holder));
  }

  @Override
  public void close() {
    share.close();
  }
}
