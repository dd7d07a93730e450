package dev.garrison.lab.adminservice.installer;

import dev.garrison.lab.device.ServiceState;
import dev.garrison.lab.device.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Antivirus products of other makers that the scripts of a content folder recognize. They are in
 * its files {@code ThirdPartyAntivirus.txt} and {@code OtherAntivirus.txt}.
 *
 * @param known lines of the list that packs with the scripts: kind of name, name, product, kind of
 *     product, source
 * @param stated lines that the manifest states: kind of name, name, product, last day
 */
record ProductList(List<List<String>> known, List<List<String>> stated) {
  private static final String KNOWN = "ThirdPartyAntivirus.txt";
  private static final String STATED = "OtherAntivirus.txt";
  private static final int KIND = 3;
  private static final int UNTIL = 3;

  /**
   * Reads the files of a folder; empty for scripts that do not look for products. These have no
   * list, or one that does not distinguish an antivirus from a sensor.
   */
  static Optional<ProductList> in(Optional<Path> folder) {
    List<List<String>> known = folder.map(path -> lines(path.resolve(KNOWN))).orElse(List.of());
    return known.stream().anyMatch(line -> line.size() > KIND)
        ? Optional.of(new ProductList(known, lines(folder.get().resolve(STATED))))
        : Optional.empty();
  }

  private static List<List<String>> lines(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> List.of(line.split(";", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read " + file, e);
    }
  }

  /** Whether an antivirus of the list is installed, running or not. */
  boolean hasAntivirus(Snapshot device) {
    return known.stream()
        .filter(line -> line.size() > KIND && line.get(KIND).equals("antivirus"))
        .anyMatch(line -> names(line.get(0), device).anyMatch(name -> matches(line.get(1), name)));
  }

  private static Stream<String> names(String kind, Snapshot device) {
    return kind.equals("service")
        ? device.services().stream().map(ServiceState::name)
        : device.programs().stream();
  }

  /** Whether an antivirus is seen running, or stated for this server until a day not yet over. */
  boolean isProtected(String server, Snapshot device, LocalDate today) {
    return known.stream()
            .filter(line -> line.size() > KIND && line.get(KIND).equals("antivirus"))
            .filter(line -> line.get(0).equals("service"))
            .anyMatch(line -> runs(line.get(1), device))
        || stated.stream()
            .filter(line -> line.size() > UNTIL && counts(line.get(UNTIL), today))
            .anyMatch(line ->
                line.get(0).equals("server")
                    ? line.get(1).equalsIgnoreCase(server)
                    : runs(line.get(1), device));
  }

  private static boolean counts(String until, LocalDate today) {
    return until.isBlank() || !LocalDate.parse(until.strip()).isBefore(today);
  }

  private static boolean runs(String pattern, Snapshot device) {
    return device.services().stream()
        .anyMatch(service -> service.isRunning() && matches(pattern, service.name()));
  }

  private static boolean matches(String pattern, String name) {
    return Pattern.matches(
        Arrays.stream(pattern.toLowerCase(Locale.ROOT).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")),
        name.toLowerCase(Locale.ROOT));
  }
}
