package dev.garrison.wsus.model;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.Update;
import dev.garrison.wsus.soap.ResultXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Result of a search.
 *
 * @param updates in the order of the answer
 * @param articles numbers of Knowledge Base articles, digits only, by revision ID
 * @param categories titles of categories, by revision ID; the answer does not contain their IDs
 */
public record FoundUpdates(
    List<FoundUpdate> updates,
    Map<Integer, Set<String>> articles,
    Map<Integer, Set<CategoryTitle>> categories) {
  public FoundUpdates {
    updates = List.copyOf(updates);
    articles = Map.copyOf(articles);
    categories = Map.copyOf(categories);
  }

  /** Category by its kind and title. */
  public record CategoryTitle(Category.Kind kind, String title) {}

  /**
   * Updates that a Knowledge Base article describes.
   *
   * @param known the server's categories; a title that several of them share is ignored
   */
  public List<Update> describedBy(String article, Collection<Category> known) {
    Map<CategoryTitle, List<Category>> byTitle =
        known.stream()
            .collect(
                Collectors.groupingBy(
                    category -> new CategoryTitle(category.kind(), category.title())));
    return updates.stream()
        .filter(update -> articlesOf(update).contains(article))
        .map(update ->
            update.described(
                articlesOf(update),
                categories.getOrDefault(update.revisionId(), Set.of()).stream()
                    .map(title -> byTitle.getOrDefault(title, List.of()))
                    .filter(ids -> ids.size() == 1)
                    .map(List::getFirst)
                    .collect(Collectors.toSet())))
        .toList();
  }

  private Set<String> articlesOf(FoundUpdate update) {
    return articles.getOrDefault(update.revisionId(), Set.of());
  }

  /**
   * Reads the type {@code CompleteUpdates}, and keeps only what Garrison needs of each row. An
   * update that cannot be understood is treated as one that is not there.
   */
  public static FoundUpdates of(ResultXml result) throws IOException {
    List<FoundUpdate> updates = new ArrayList<>();
    SharedSets<String> articles = new SharedSets<>();
    SharedSets<CategoryTitle> categories = new SharedSets<>();
    result.parts((name, part) -> {
      switch (name) {
        case "minimalProperties" ->
            part.eachUnderstood(Columns.Update.class, row -> updates.add(FoundUpdate.of(row)));
        case "localizedCategoryTitleRows" ->
            part.eachUnderstood(
                Columns.CategoryTitle.class,
                row ->
                    CatalogueRows.kind(row.text(Columns.CategoryTitle.CATEGORY_TYPE))
                        .ifPresent(kind ->
                            categories.add(
                                row.number(Columns.CategoryTitle.REVISION_ID),
                                new CategoryTitle(
                                    kind, row.text(Columns.CategoryTitle.CATEGORY_TITLE)))));
        case "kbArticles" ->
            part.eachUnderstood(
                Columns.Article.class,
                row ->
                    articles.add(
                        row.number(Columns.Article.REVISION_ID),
                        row.text(Columns.Article.KB_ARTICLE)));
        default -> {
          // Bulletins and addresses decide nothing.
        }
      }
    });
    return new FoundUpdates(updates, articles.byRevision, categories.byRevision);
  }

  /**
   * Sets that grow element by element. Equal sets are one object, because thousands of updates are
   * filed under the same categories.
   */
  private static final class SharedSets<T> {
    private final Map<Integer, Set<T>> byRevision = new HashMap<>();
    private final Map<Set<T>, Set<T>> known = new HashMap<>();

    void add(int revision, T element) {
      Set<T> larger = new HashSet<>(byRevision.getOrDefault(revision, Set.of()));
      larger.add(element);
      byRevision.put(revision, known.computeIfAbsent(Set.copyOf(larger), same -> same));
    }
  }
}
