package dev.garrison.catalog;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Descriptive metadata of an update, as its publisher supplies it.
 *
 * @param title in English, or in the server's language if there is no English one
 * @param kbArticles digits only, without "KB"
 * @param categories company, products and classification
 */
public record Labels(String title, SortedSet<String> kbArticles, SortedSet<Category> categories) {
  public Labels {
    kbArticles = Collections.unmodifiableSortedSet(new TreeSet<>(kbArticles));
    categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
  }

  /** Labels with articles and categories in any order. */
  public static Labels of(String title, Set<String> kbArticles, Set<Category> categories) {
    return new Labels(title, new TreeSet<>(kbArticles), new TreeSet<>(categories));
  }

  /** Whether the update belongs to the product with this id. */
  public boolean isOfProduct(UUID id) {
    return categories.stream()
        .anyMatch(category -> category.kind() == Category.Kind.PRODUCT && category.id().equals(id));
  }
}
