package dev.garrison.wsus.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import dev.garrison.connection.BoundedStream;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshot that is read from a file, line by line. Files come from other sites: a file that unpacks
 * to too much, is out of order, or has more or fewer updates than its head says, is refused.
 */
final class WrittenSnapshot implements Snapshot {
  /** Maximum size after unpacking; five thousand updates take two megabytes. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final String name;
  private final Json json;
  private final JsonParser parser;
  private final SnapshotHead head;

  WrittenSnapshot(String name, Json json, InputStream packed) throws IOException {
    this.name = name;
    this.json = json;
    this.parser = json.parser(new BoundedStream(new GZIPInputStream(packed), MOST_BYTES));
    this.head =
        value(RecordedHead.class)
            .map(RecordedHead::head)
            .orElseThrow(
                () -> SnapshotFile.unreadable(name, Text.of("snapshot.empty"), new IOException()));
    if (!head.format().equals(SnapshotHead.FORMAT)) {
      throw SnapshotFile.unreadable(
          name,
          Text.of("snapshot.other-format", "format", head.format(), "known", SnapshotHead.FORMAT),
          new IOException());
    }
  }

  @Override
  public SnapshotHead head() {
    return head;
  }

  @Override
  public Iterator<SnapshotUpdate> updates() {
    return new Rows();
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <F extends Record & JsonForm> Optional<F> value(Class<F> form) throws IOException {
    try {
      return parser.nextToken() == null
          ? Optional.empty()
          : Optional.of(json.read(json.value(parser), form));
    } catch (JacksonException e) {
      throw Json.failure(e);
    }
  }

  /** Remaining updates of the file. */
  private final class Rows implements Iterator<SnapshotUpdate> {
    private @Nullable SnapshotUpdate next;
    private @Nullable SnapshotUpdate before;
    private int seen;

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = read().orElse(null);
      }
      return next != null;
    }

    @Override
    public SnapshotUpdate next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      SnapshotUpdate row = Objects.requireNonNull(next);
      next = null;
      before = row;
      return row;
    }

    private Optional<SnapshotUpdate> read() {
      try {
        Optional<SnapshotUpdate> row = value(RecordedUpdate.class).map(RecordedUpdate::update);
        row.ifPresent(this::check);
        if (row.isEmpty() && seen != head.updates()) {
          throw refused(Text.of("snapshot.cut-off", "seen", seen, "count", head.updates()));
        }
        return row;
      } catch (IOException e) {
        throw SnapshotFile.unreadable(name, Text.of("snapshot.damaged", "reason", e), e);
      } catch (JsonException e) {
        throw SnapshotFile.unreadable(name, Text.of(e), e);
      }
    }

    private void check(SnapshotUpdate row) {
      seen++;
      if (seen > head.updates()) {
        throw refused(Text.of("snapshot.too-many", "count", head.updates()));
      }
      if (before != null && before.compareTo(row) >= 0) {
        throw refused(Text.of("snapshot.unordered", "update", row.updateId()));
      }
      if (row.revision() < 1) {
        throw refused(Text.of("snapshot.no-revision", "update", row.updateId()));
      }
    }

    private RefusalException refused(Text why) {
      return SnapshotFile.unreadable(name, why, new IOException());
    }
  }
}
