package dev.garrison.wsus.model;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.UpdateIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One revision of an update as a fake server has it: published, ready, the latest revision, and
 * nothing against it, unless it is told.
 *
 * @param articles numbers of Knowledge Base articles, digits only
 * @param publicationState 0 published, 1 expired
 * @param state {@code UpdateState}; 5 is ready
 * @param license the licence terms, where they must be accepted
 * @param deployed whether its row says that it is approved; empty where it does not say
 */
public record UpdateOnServer(
    UpdateIdentity id,
    String title,
    Set<String> articles,
    Set<Category> categories,
    int publicationState,
    int state,
    Instant created,
    Instant arrived,
    Optional<UUID> license,
    boolean declined,
    boolean latest,
    boolean superseded,
    Optional<Boolean> deployed,
    boolean asksUser) {
  /** The product of the sensor on fake servers. */
  public static final Category SENSOR =
      new Category(
          Category.Kind.PRODUCT,
          UUID.fromString("5e000000-0000-4000-8000-000000000001"),
          "Microsoft Defender for Endpoint");

  /** The article that all updates of the sensor share. */
  public static final String ARTICLE = "5005292";

  /** When each was made and came, unless it is told. */
  public static final Instant ARRIVED = Instant.parse("2026-06-01T00:00:00Z");

  public UpdateOnServer {
    articles = Set.copyOf(articles);
    categories = Set.copyOf(categories);
  }

  /** Revision 200 of an update of this article and category. */
  public static UpdateOnServer of(int number, String title, String article, Category category) {
    return new UpdateOnServer(
        new UpdateIdentity(new UUID(1, number), 200),
        title,
        Set.of(article),
        Set.of(category),
        0,
        5,
        ARRIVED,
        ARRIVED,
        Optional.empty(),
        false,
        true,
        false,
        Optional.empty(),
        false);
  }

  /** An update of the sensor for the unified agent, with a version that ends so. */
  public static UpdateOnServer sensor(int number, String lastOfVersion) {
    return of(
        number,
        "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.%s)"
            .formatted(lastOfVersion),
        ARTICLE,
        SENSOR);
  }

  /** The same for all revisions. */
  public UUID updateId() {
    return id.updateId();
  }

  public UpdateOnServer revision(int number) {
    return with(new UpdateIdentity(updateId(), number), title, latest);
  }

  public UpdateOnServer titled(String text) {
    return with(id, text, latest);
  }

  /** The server has a later revision. */
  public UpdateOnServer earlier() {
    return with(id, title, false);
  }

  private UpdateOnServer with(UpdateIdentity other, String text, boolean isLatest) {
    return new UpdateOnServer(
        other,
        text,
        articles,
        categories,
        publicationState,
        state,
        created,
        arrived,
        license,
        declined,
        isLatest,
        superseded,
        deployed,
        asksUser);
  }

  private UpdateOnServer with(
      int publication, int content, Optional<UUID> terms, boolean isDeclined, boolean isOld) {
    return new UpdateOnServer(
        id,
        title,
        articles,
        categories,
        publication,
        content,
        created,
        arrived,
        terms,
        isDeclined,
        latest,
        isOld,
        deployed,
        asksUser);
  }

  /** Its publisher withdrew it. */
  public UpdateOnServer expired() {
    return with(1, state, license, declined, superseded);
  }

  public UpdateOnServer content(int number) {
    return with(publicationState, number, license, declined, superseded);
  }

  public UpdateOnServer licensed(Optional<UUID> terms) {
    return with(publicationState, state, terms, declined, superseded);
  }

  public UpdateOnServer declined(boolean isDeclined) {
    return with(publicationState, state, license, isDeclined, superseded);
  }

  public UpdateOnServer isSuperseded() {
    return with(publicationState, state, license, declined, true);
  }

  /** Made and arrived then, with what its row says of approvals. */
  public UpdateOnServer since(Instant time, Optional<Boolean> isDeployed, boolean mayAsk) {
    return new UpdateOnServer(
        id,
        title,
        articles,
        categories,
        publicationState,
        state,
        time,
        time,
        license,
        declined,
        latest,
        superseded,
        isDeployed,
        mayAsk);
  }

  private FoundUpdate found(int revisionId) {
    return new FoundUpdate(
        id,
        revisionId,
        publicationState,
        state,
        created,
        arrived,
        license,
        declined,
        latest,
        superseded,
        deployed,
        asksUser,
        title);
  }

  /** What a search answers that finds these. */
  public static FoundUpdates found(Collection<UpdateOnServer> updates) {
    Map<Integer, Set<String>> articles = new HashMap<>();
    Map<Integer, Set<FoundUpdates.CategoryTitle>> titles = new HashMap<>();
    List<FoundUpdate> rows = new ArrayList<>();
    for (UpdateOnServer update : updates) {
      int revisionId = rows.size() + 1;
      rows.add(update.found(revisionId));
      articles.put(revisionId, update.articles);
      titles.put(
          revisionId,
          update.categories.stream()
              .map(each -> new FoundUpdates.CategoryTitle(each.kind(), each.title()))
              .collect(Collectors.toSet()));
    }
    return new FoundUpdates(rows, articles, titles);
  }
}
