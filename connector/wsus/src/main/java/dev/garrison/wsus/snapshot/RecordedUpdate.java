package dev.garrison.wsus.snapshot;

import dev.garrison.catalog.Publication;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Line of an update in a snapshot's file. */
record RecordedUpdate(
    UUID updateId,
    int revision,
    List<String> articles,
    String title,
    Instant created,
    String publication,
    boolean superseded,
    boolean declined)
    implements JsonForm {
  static RecordedUpdate of(SnapshotUpdate update) {
    return new RecordedUpdate(
        update.updateId(),
        update.revision(),
        update.articles(),
        update.title(),
        update.created(),
        update.publication().name(),
        update.superseded(),
        update.declined());
  }

  /**
   * Converts the line to an update.
   *
   * @throws JsonException if its publication is an unknown word
   */
  SnapshotUpdate update() {
    return new SnapshotUpdate(
        updateId, revision, articles, title, created, known(), superseded, declined);
  }

  private Publication known() {
    try {
      return Publication.valueOf(publication);
    } catch (IllegalArgumentException e) {
      throw new JsonException(Text.of("json.wrong-form", "property", "'publication'"), e);
    }
  }
}
