package dev.garrison.lab.adminservice.installer;

import dev.garrison.lab.device.Device;
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
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Antivirus products of other makers that the scripts of a content folder recognize. They are in
 * its files {@code OtherAntivirus.txt} and {@code ThirdPartyAntivirus.txt}; the first line that
 * fits a name tells its kind.
 *
 * @param own lines of the manifest: kind of name, name, product, kind of product, last day
 * @param known lines of the list that packs with the scripts: the same with a source at the end
 * @param whole whether both end with the number of their lines, and the list that packs has any
 */
record ProductList(List<List<String>> own, List<List<String>> known, boolean whole) {
  private static final String KNOWN = "ThirdPartyAntivirus.txt";
  private static final String OWN = "OtherAntivirus.txt";
  private static final String SERVICE = "service";
  private static final String PROGRAM = "program";
  private static final String SERVER = "server";
  private static final String ANTIVIRUS = "antivirus";
  private static final int FIELDS = 5;
  private static final int KIND = 3;
  private static final int UNTIL = 4;
  private static final int LONGEST_NAME = 15;

  /** Reads the files of a folder; empty for scripts that do not look for products. */
  static Optional<ProductList> in(Optional<Path> folder) {
    return folder.map(path -> path.resolve(KNOWN)).filter(Files::exists).map(ProductList::read);
  }

  private static ProductList read(Path list) {
    Path other = list.resolveSibling(OWN);
    Optional<List<List<String>>> own = Files.exists(other) ? lines(other) : Optional.of(List.of());
    Optional<List<List<String>>> known = lines(list).filter(lines -> !lines.isEmpty());
    return new ProductList(
        own.orElse(List.of()), known.orElse(List.of()), own.isPresent() && known.isPresent());
  }

  /** Lines of a file before the last one, which must give their number; empty if it does not. */
  private static Optional<List<List<String>>> lines(Path file) {
    try {
      List<String> all = Files.readAllLines(file);
      List<List<String>> lines =
          all.stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .map(line -> List.of(line.split(";", -1)))
              .toList();
      int count = lines.size() - 1;
      return count >= 0 && all.getLast().equals("lines;" + count)
          ? Optional.of(lines.subList(0, count))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read " + file, e);
    }
  }

  /** Whether the lists are whole and the scripts understand every line. */
  boolean isUnderstood() {
    return whole
        && own.stream().allMatch(line -> isUnderstood(line, Set.of(SERVICE, PROGRAM, SERVER)))
        && own.stream().allMatch(line -> line.get(UNTIL).matches("|\\d{4}-\\d{2}-\\d{2}"))
        && known.stream().allMatch(line -> isUnderstood(line, Set.of(SERVICE, PROGRAM)));
  }

  private static boolean isUnderstood(List<String> line, Set<String> ways) {
    return line.size() == FIELDS
        && ways.contains(line.get(0))
        && !line.get(1).isEmpty()
        && (line.get(KIND).equals(ANTIVIRUS)
            || (line.get(KIND).equals("sensor") && !line.get(0).equals(SERVER)));
  }

  /** Whether an antivirus is installed, running or not. */
  boolean hasAntivirus(Snapshot device) {
    return isAny(SERVICE, device.services().stream().map(ServiceState::name), _ -> true)
        || isAny(PROGRAM, device.programs().stream(), _ -> true);
  }

  /** Whether an antivirus is seen running. */
  boolean isRunning(Snapshot device) {
    return isAny(SERVICE, running(device), _ -> true);
  }

  private static Stream<String> running(Snapshot device) {
    return device.services().stream().filter(ServiceState::isRunning).map(ServiceState::name);
  }

  /** Whether an antivirus is seen running, or stated for this server until a day not yet over. */
  boolean isProtected(String server, Snapshot device, LocalDate today) {
    Predicate<List<String>> counts =
        line -> line.get(UNTIL).isEmpty() || !LocalDate.parse(line.get(UNTIL)).isBefore(today);
    return isAny(SERVICE, running(device), counts)
        || own.stream()
            .filter(counts)
            .anyMatch(line -> line.get(0).equals(SERVER) && isServer(line.get(1), server));
  }

  /**
   * Whether a name in a list or a command is that of this server, which Windows may have cut. A
   * name with a domain has to be of the server's domain.
   */
  static boolean isServer(String name, String server) {
    String label = name.split("\\.", 2)[0];
    return label.substring(0, Math.min(LONGEST_NAME, label.length())).equalsIgnoreCase(server)
        && (label.equals(name) || name.equalsIgnoreCase(label + "." + Device.DOMAIN));
  }

  /** Whether one of the names is that of an antivirus. */
  private boolean isAny(String way, Stream<String> names, Predicate<List<String>> counts) {
    List<List<String>> lines = Stream.concat(own.stream().filter(counts), known.stream()).toList();
    return names.anyMatch(name ->
        lines.stream()
            .filter(line -> line.get(0).equals(way) && matches(line.get(1), name))
            .findFirst()
            .filter(line -> line.get(KIND).equals(ANTIVIRUS))
            .isPresent());
  }

  private static boolean matches(String pattern, String name) {
    return Pattern.matches(
        Arrays.stream(pattern.toLowerCase(Locale.ROOT).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")),
        name.toLowerCase(Locale.ROOT));
  }
}
