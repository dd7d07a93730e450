package dev.garrison.catalog.xml;

import dev.garrison.catalog.Publication;
import dev.garrison.catalog.UpdateIdentity;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the XML of one revision of an update says, as far as Garrison wants to know it.
 *
 * @param identity which revision
 * @param properties what its publisher says of it
 * @param titles by language in lower case, such as {@code en} or {@code pt-br}
 * @param relationships how it stands to other updates
 * @param files what is downloaded; empty for a bundle
 */
public record UpdateDocument(
    UpdateIdentity identity,
    Properties properties,
    Map<String, String> titles,
    Relationships relationships,
    List<FileEntry> files) {
  /**
   * What the publisher says of an update.
   *
   * @param kind such as {@code Software} or {@code Category}, empty where it is not said
   * @param explicitlyDeployable whether it is approved by itself; a part of a bundle is not
   * @param kbArticles digits only
   */
  public record Properties(
      String kind,
      Publication publication,
      Optional<Instant> created,
      boolean explicitlyDeployable,
      Optional<UUID> licence,
      SortedSet<String> kbArticles) {
    public Properties {
      kbArticles = Collections.unmodifiableSortedSet(new TreeSet<>(kbArticles));
    }
  }

  /**
   * How an update stands to others.
   *
   * @param superseded those that it names, which are not all that it replaces
   * @param categories company, product and classification; which is which, the categories' own
   *     metadata say
   * @param prerequisites of each set one is needed
   * @param bundled its parts
   */
  public record Relationships(
      SortedSet<UUID> superseded,
      SortedSet<UUID> categories,
      List<SortedSet<UUID>> prerequisites,
      SortedSet<UpdateIdentity> bundled) {
    public Relationships {
      superseded = Collections.unmodifiableSortedSet(new TreeSet<>(superseded));
      categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
      prerequisites = List.copyOf(prerequisites);
      bundled = Collections.unmodifiableSortedSet(new TreeSet<>(bundled));
    }
  }

  /**
   * A file of an update.
   *
   * @param size in bytes
   * @param digest base64, by the algorithm that the document names, SHA-1 where it names none
   */
  public record FileEntry(String name, long size, String digest) {}

  public UpdateDocument {
    titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
    files = List.copyOf(files);
  }

  /** The title in a language, as {@code en}. */
  public Optional<String> title(String language) {
    return Optional.ofNullable(titles.get(language.toLowerCase(Locale.ROOT)));
  }
}
