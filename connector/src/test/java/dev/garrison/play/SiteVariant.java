package dev.garrison.play;

import dev.garrison.lab.Lab;
import dev.garrison.lab.adminservice.schema.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** In what a site may differ from the usual one, where public evidence leaves it open. */
enum SiteVariant {
  /** Every property in the other case, in rows and metadata. */
  SPELLED_OTHERWISE("", lab -> lab.spell(Spelling.SWAPPED)),
  /** Digests are kept as they were sent, and not as Microsoft's library writes them. */
  DIGESTS_AS_SENT("digestsAsSent: true\n", _ -> {}),
  /** Ids of deleted applications are taken for ever. */
  IDS_REMEMBERED("", Lab::refuseRememberedIds),
  /** Lists come in pages. */
  PAGED("pageSize: 7\n", _ -> {});

  private final String line;
  private final Consumer<Lab> change;

  SiteVariant(String line, Consumer<Lab> change) {
    this.line = line;
    this.change = change;
  }

  /** Adds its line to a site's file. */
  void addTo(Path file) {
    try {
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a running site. */
  void applyTo(Lab lab) {
    change.accept(lab);
  }
}
