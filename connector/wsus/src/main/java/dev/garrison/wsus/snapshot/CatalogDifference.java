package dev.garrison.wsus.snapshot;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Difference between two catalogs in one update. */
public sealed interface CatalogDifference {
  /** Update that differs, as in the first catalog where both have it. */
  SnapshotUpdate update();

  /** Update that the second catalog does not have. */
  record Missing(SnapshotUpdate update) implements CatalogDifference {}

  /** Update that only the second catalog has. */
  record Additional(SnapshotUpdate update) implements CatalogDifference {}

  /**
   * Update that both catalogs have in different states.
   *
   * @param how clauses such as {@code revision 201, second 200}
   */
  record Other(SnapshotUpdate update, SnapshotUpdate second, List<String> how)
      implements CatalogDifference {
    public Other {
      how = List.copyOf(how);
    }
  }

  /**
   * Compares two snapshots update by update, without holding either in memory.
   *
   * @param found receives each difference, in the order of the updates' IDs
   * @throws RefusalException if they are of different articles, or one is no snapshot
   */
  static void between(Snapshot first, Snapshot second, Consumer<CatalogDifference> found) {
    requireComparable(first.head(), second.head());
    Iterator<SnapshotUpdate> ones = first.updates();
    Iterator<SnapshotUpdate> others = second.updates();
    SnapshotUpdate one = next(ones);
    SnapshotUpdate other = next(others);
    while (one != null || other != null) {
      int order = one == null ? 1 : other == null ? -1 : one.compareTo(other);
      if (order < 0 && one != null) {
        found.accept(new Missing(one));
        one = next(ones);
      } else if (order > 0 && other != null) {
        found.accept(new Additional(other));
        other = next(others);
      } else if (one != null && other != null) {
        List<String> how = how(one, other);
        if (!how.isEmpty()) {
          found.accept(new Other(one, other, how));
        }
        one = next(ones);
        other = next(others);
      }
    }
  }

  private static @Nullable SnapshotUpdate next(Iterator<SnapshotUpdate> updates) {
    return updates.hasNext() ? updates.next() : null;
  }

  private static List<String> how(SnapshotUpdate one, SnapshotUpdate other) {
    List<String> how = new ArrayList<>();
    if (one.revision() != other.revision()) {
      how.add(
          Text.of(
                  "catalog-difference.revision",
                  "first",
                  String.valueOf(one.revision()),
                  "second",
                  String.valueOf(other.revision()))
              .toString());
    }
    if (one.publication() != other.publication()) {
      how.add(
          Text.of(
                  "catalog-difference.publication",
                  "first",
                  one.publication().name().toLowerCase(Locale.ROOT),
                  "second",
                  other.publication().name().toLowerCase(Locale.ROOT))
              .toString());
    }
    if (one.superseded() != other.superseded()) {
      how.add(
          (one.superseded()
                  ? Text.of("catalog-difference.superseded-first")
                  : Text.of("catalog-difference.superseded-second"))
              .toString());
    }
    if (one.declined() != other.declined()) {
      how.add(
          (one.declined()
                  ? Text.of("catalog-difference.declined-first")
                  : Text.of("catalog-difference.declined-second"))
              .toString());
    }
    return how;
  }

  private static List<String> articles(SnapshotHead head) {
    return head.articles().stream().map(article -> "KB" + article).toList();
  }

  private static void requireComparable(SnapshotHead first, SnapshotHead second) {
    if (!first.articles().equals(second.articles())) {
      throw new RefusalException(
          Diagnostic.error(
              SnapshotCode.SNAPSHOTS_OF_OTHER_ARTICLES,
              Message.of(
                  "snapshot.other-articles",
                  "first",
                  articles(first),
                  "second",
                  articles(second))));
    }
  }
}
