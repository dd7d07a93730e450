package dev.garrison.catalog.xml;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.xml.UpdateDocument.FileEntry;
import dev.garrison.catalog.xml.UpdateDocument.Properties;
import dev.garrison.catalog.xml.UpdateDocument.Relationships;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** The parts of a document, put together as they come. */
final class UpdateParts {
  private static final Pattern KB = Pattern.compile("[0-9]{1,9}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

  private Optional<UpdateIdentity> identity = Optional.empty();
  private Optional<Attributes> properties = Optional.empty();
  private final SortedSet<String> kbArticles = new TreeSet<>();
  private final Map<String, String> titles = new TreeMap<>();
  private final Set<String> languages = new HashSet<>();
  private Optional<String> title = Optional.empty();
  private final SortedSet<UUID> superseded = new TreeSet<>();
  private final SortedSet<UUID> categories = new TreeSet<>();
  private final List<SortedSet<UUID>> prerequisites = new ArrayList<>();
  private SortedSet<UUID> alternatives = new TreeSet<>();
  private boolean alternativesAreCategories;
  private final SortedSet<UpdateIdentity> bundled = new TreeSet<>();
  private final List<FileEntry> files = new ArrayList<>();

  void start(UpdatePart part, Attributes attributes) throws NonsenseException {
    switch (part) {
      case IDENTITY -> identity = once(identity, attributes.identity(), "UpdateIdentity");
      case PROPERTIES -> properties = once(properties, attributes, "Properties");
      case LANGUAGE_TEXTS -> {
        languages.clear();
        title = Optional.empty();
      }
      case SUPERSEDED_UPDATE -> superseded.add(attributes.id("UpdateID"));
      case PREREQUISITE -> prerequisites.add(single(attributes.id("UpdateID")));
      case ALTERNATIVES -> {
        alternatives = new TreeSet<>();
        alternativesAreCategories = attributes.flag("IsCategory");
      }
      case ALTERNATIVE -> alternatives.add(attributes.id("UpdateID"));
      case BUNDLED_UPDATE, BUNDLED_ALTERNATIVE -> bundled.add(attributes.identity());
      case FILE ->
          files.add(
              new FileEntry(
                  attributes.text("FileName"),
                  attributes.number("Size"),
                  attributes.text("Digest")));
      case FOREIGN,
          UPDATE,
          KB_ARTICLE,
          TEXTS,
          LANGUAGE,
          TITLE,
          RELATIONSHIPS,
          SUPERSEDED,
          PREREQUISITES,
          BUNDLED,
          BUNDLED_ALTERNATIVES,
          FILES -> {
        // Nothing that its attributes say is read.
      }
    }
  }

  void end(UpdatePart part, String text) throws NonsenseException {
    switch (part) {
      case KB_ARTICLE ->
          kbArticles.add(matching(KB, text, "KBArticleID", "a number of an article"));
      case LANGUAGE ->
          languages.add(
              matching(LANGUAGE, text, "Language", "a language").toLowerCase(Locale.ROOT));
      case TITLE -> title = once(title, text, "Title");
      case LANGUAGE_TEXTS -> titles();
      case ALTERNATIVES -> alternatives();
      case FOREIGN,
          UPDATE,
          IDENTITY,
          PROPERTIES,
          TEXTS,
          RELATIONSHIPS,
          SUPERSEDED,
          SUPERSEDED_UPDATE,
          PREREQUISITES,
          PREREQUISITE,
          ALTERNATIVE,
          BUNDLED,
          BUNDLED_UPDATE,
          BUNDLED_ALTERNATIVES,
          BUNDLED_ALTERNATIVE,
          FILES,
          FILE -> {
        // Complete when it began.
      }
    }
  }

  private void titles() throws NonsenseException {
    if (title.isPresent()) {
      for (String language : languages) {
        if (titles.putIfAbsent(language, title.get()) != null) {
          throw new NonsenseException("it has two titles in '" + language + "'");
        }
      }
    }
  }

  private void alternatives() {
    if (alternativesAreCategories) {
      categories.addAll(alternatives);
    } else if (!alternatives.isEmpty()) {
      prerequisites.add(alternatives);
    }
  }

  UpdateDocument document() throws NonsenseException {
    Attributes said = properties.orElseThrow(() -> new NonsenseException("it has no Properties"));
    return new UpdateDocument(
        identity.orElseThrow(() -> new NonsenseException("it has no UpdateIdentity")),
        new Properties(
            said.text("UpdateType"),
            said.publication("PublicationState"),
            said.time("CreationDate"),
            said.flag("ExplicitlyDeployable"),
            said.optionalId("EulaID"),
            kbArticles),
        titles,
        new Relationships(superseded, categories, prerequisites, bundled),
        files);
  }

  private static <T> Optional<T> once(Optional<T> before, T now, String name)
      throws NonsenseException {
    if (before.isPresent()) {
      throw new NonsenseException("it has " + name + " twice");
    }
    return Optional.of(now);
  }

  private static SortedSet<UUID> single(UUID id) {
    return new TreeSet<>(Set.of(id));
  }

  private static String matching(Pattern form, String text, String name, String wanted)
      throws NonsenseException {
    if (!form.matcher(text).matches()) {
      throw new NonsenseException("its " + name + " is not " + wanted);
    }
    return text;
  }
}
