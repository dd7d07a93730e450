package dev.garrison.catalog;

import java.util.Comparator;
import java.util.UUID;

/**
 * Category of an update. Its id is the same on every server; its title is in the language that was
 * asked for.
 *
 * @param kind the kind of category
 * @param id the category's own update id
 * @param title the title in English
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusss/">MS-WSUSSS,
 *     update metadata</a>
 */
public record Category(Kind kind, UUID id, String title) implements Comparable<Category> {
  private static final Comparator<Category> ORDER =
      Comparator.comparing(Category::kind)
          .thenComparing(Category::id)
          .thenComparing(Category::title);

  /** Kinds of categories in WSUS. */
  public enum Kind {
    COMPANY,
    PRODUCT_FAMILY,
    PRODUCT,
    UPDATE_CLASSIFICATION
  }

  @Override
  public int compareTo(Category other) {
    return ORDER.compare(this, other);
  }
}
