package dev.garrison.lab.adminservice.application;

import dev.garrison.lab.adminservice.digest.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application with all its revisions, oldest first. Immutable: each change creates a new
 * instance.
 *
 * @param modelId the same for all revisions
 * @param categories unique ids of categories
 */
public record Application(
    long modelId,
    boolean expired,
    boolean hidden,
    List<String> categories,
    Instant created,
    List<Revision> revisions) {

  /**
   * One revision of an application.
   *
   * @param ciId new for each revision
   * @param kindIds CI_ID of each deployment type by LogicalName
   */
  public record Revision(long ciId, Digest digest, Map<String, Long> kindIds, Instant made) {
    public Revision {
      kindIds = Map.copyOf(kindIds);
    }
  }

  public Application {
    categories = List.copyOf(categories);
    revisions = List.copyOf(revisions);
  }

  /** Newest revision. */
  public Revision latest() {
    return revisions.getLast();
  }

  /** ModelName, which is the same for all revisions. */
  public String modelName() {
    return latest().digest().modelName();
  }

  /** Display name. */
  public String title() {
    return latest().digest().title();
  }

  /** Content of the newest revision. */
  public Optional<Digest.Content> content() {
    return latest().digest().kinds().stream().flatMap(kind -> kind.content().stream()).findFirst();
  }

  Application with(Revision revision) {
    List<Revision> all = new ArrayList<>(revisions);
    all.add(revision);
    return new Application(modelId, expired, hidden, categories, created, all);
  }

  Application without(long ciId) {
    return new Application(
        modelId,
        expired,
        hidden,
        categories,
        created,
        revisions.stream().filter(revision -> revision.ciId() != ciId).toList());
  }

  Application expired(boolean value) {
    return new Application(modelId, value, hidden, categories, created, revisions);
  }

  Application categorised(List<String> ids) {
    return new Application(modelId, expired, hidden, ids, created, revisions);
  }
}
