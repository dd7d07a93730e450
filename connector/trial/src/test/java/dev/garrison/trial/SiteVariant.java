package dev.garrison.trial;

import dev.garrison.lab.Lab;
import dev.garrison.lab.adminservice.schema.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** In what a site may differ from the usual one, where public evidence leaves it open. */
public enum SiteVariant {
  /** Every property in the other case, in rows and metadata. */
  SPELLED_OTHERWISE(""),
  /** Digests are kept as they were sent, and not as Microsoft's library writes them. */
  DIGESTS_AS_SENT("digestsAsSent: true\n"),
  /** Ids of deleted applications are taken for ever. */
  IDS_REMEMBERED(""),
  /** Lists come in pages. */
  PAGED("pageSize: 7\n"),
  /** The classes of content that no public client reads are not there. */
  WITHOUT_UNREAD_CLASSES("");

  private final String line;

  SiteVariant(String line) {
    this.line = line;
  }

  /** Each alone, and all together. */
  public static List<Set<SiteVariant>> aloneAndTogether() {
    List<Set<SiteVariant>> all = new ArrayList<>();
    for (SiteVariant each : values()) {
      all.add(EnumSet.of(each));
    }
    all.add(EnumSet.allOf(SiteVariant.class));
    return all;
  }

  /** Adds its line to a site's file. */
  public void addTo(Path file) {
    try {
      Files.writeString(file, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a running site. */
  public void applyTo(Lab lab) {
    switch (this) {
      case SPELLED_OTHERWISE -> lab.spell(Spelling.SWAPPED);
      case IDS_REMEMBERED -> lab.refuseRememberedIds();
      case WITHOUT_UNREAD_CLASSES ->
          lab.lack("SMS_DPGroupContentInfo", "SMS_DPGroupPackages", "SMS_PackageToContent");
      case DIGESTS_AS_SENT, PAGED -> {
        // The site's file says so.
      }
    }
  }
}
