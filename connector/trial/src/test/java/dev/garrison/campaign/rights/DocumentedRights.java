package dev.garrison.campaign.rights;

import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rights that docs/reference/rights.md asks for, without those for what an apply does not do.
 */
final class DocumentedRights {
  private static final Path BOOK =
      Path.of(System.getProperty("repository.root"), "docs/reference/rights.md");
  private static final String HEAD = "| Garrison does | class in the console | permissions |";

  private DocumentedRights() {}

  /** By the kinds of objects that the lab secures. */
  static Map<Secured, Set<Right>> read() {
    Map<Secured, Set<Right>> rights = new EnumMap<>(Secured.class);
    rows().forEach(row -> add(rights, row.split("\\|")));
    return rights;
  }

  /** The same without one of them. */
  static Map<Secured, Set<Right>> without(Secured kind, Right missing) {
    Map<Secured, Set<Right>> rights = read();
    if (!rights.getOrDefault(kind, EnumSet.noneOf(Right.class)).remove(missing)) {
      throw new AssertionError(BOOK + " does not ask for " + kind + " " + missing);
    }
    return rights;
  }

  private static List<String> rows() {
    try {
      return Files.readAllLines(BOOK).stream()
          .dropWhile(line -> !line.equals(HEAD))
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<Secured, Set<Right>> rights, String[] cells) {
    for (Secured kind : Secured.values()) {
      if (words(cells[2]).contains(consoleName(kind))) {
        rights
            .computeIfAbsent(kind, _ -> EnumSet.noneOf(Right.class))
            .addAll(granted(cells[3].replaceFirst("; Delete for .*", "").replace(';', ',')));
      }
    }
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split(",")).map(String::strip).toList();
  }

  private static String consoleName(Secured kind) {
    return switch (kind) {
      case COLLECTION -> "Collection";
      case SITE -> "Site";
      case APPLICATION -> "Application";
      case POINT_GROUP -> "Distribution Point Group";
      case SOFTWARE_UPDATE -> "Software Updates";
      case UPDATE_GROUP -> "Software Update Group";
      case SCRIPT -> "SMS Scripts";
    };
  }

  private static List<Right> granted(String cell) {
    return words(cell).stream()
        .map(words -> words.replaceFirst(" when .*", ""))
        .map(words -> Right.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_')))
        .toList();
  }
}
