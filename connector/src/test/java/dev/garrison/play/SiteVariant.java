package dev.garrison.play;

import dev.garrison.lab.Lab;
import dev.garrison.lab.adminservice.schema.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** In what a site may differ from the usual one, where public evidence leaves it open. */
enum SiteVariant {
  /** Every property in the other case, in rows and metadata. */
  SPELLED_OTHERWISE(""),
  /** Digests are kept as they were sent, and not as Microsoft's library writes them. */
  DIGESTS_AS_SENT("digestsAsSent: true\n"),
  /** Ids of deleted applications are taken for ever. */
  IDS_REMEMBERED(""),
  /** Lists come in pages. */
  PAGED("pageSize: 7\n");

  private final String line;

  SiteVariant(String line) {
    this.line = line;
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
    switch (this) {
      case SPELLED_OTHERWISE -> lab.spell(Spelling.SWAPPED);
      case IDS_REMEMBERED -> lab.refuseRememberedIds();
      case DIGESTS_AS_SENT, PAGED -> {
        // The site's file says so.
      }
    }
  }
}
