package dev.garrison.cli.catalog;

import dev.garrison.json.JsonForm;
import dev.garrison.wsus.snapshot.SnapshotHead;
import java.nio.file.Path;

/**
 * Exported catalog as JSON. Keys are only ever added.
 *
 * @param catalog the head of the written file
 */
record ExportAnswer(String format, String file, CatalogAnswer.Head catalog) implements JsonForm {
  private static final String FORMAT = "garrison.catalog-export/1";

  static ExportAnswer of(Path file, SnapshotHead head) {
    return new ExportAnswer(FORMAT, file.toString(), CatalogAnswer.Head.of(head));
  }
}
