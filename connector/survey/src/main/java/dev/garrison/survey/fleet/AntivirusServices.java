package dev.garrison.survey.fleet;

import dev.garrison.clientscript.ClientFiles;
import dev.garrison.mecm.odata.ODataFilter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Antivirus products of other makers, identified by their services. The list is the file that
 * accompanies the installation's script. Its lines for installed programs are for that script only:
 * inventory would be asked for every program of every server.
 */
final class AntivirusServices {
  private static final String SERVICE = "service";

  /** Products by the service's complete name; the next map has them by its beginning. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private final Map<String, String> beginnings = new LinkedHashMap<>();

  AntivirusServices() {
    ClientFiles.thirdPartyAntivirus()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(";", -1))
        .filter(parts -> parts.length == 3 && parts[0].equals(SERVICE))
        .forEach(parts -> add(parts[1].strip(), parts[2].strip()));
  }

  private void add(String name, String product) {
    if (name.endsWith("*")) {
      beginnings.put(key(name.substring(0, name.length() - 1)), product);
    } else {
      names.put(key(name), product);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Product with this service; empty where it is not known. */
  Optional<String> product(String service) {
    String name = key(service);
    return Optional.ofNullable(names.get(name))
        .or(() ->
            beginnings.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
  }

  /** Creates one filter for each service. */
  Stream<ODataFilter> filters(String property) {
    return Stream.concat(
        names.keySet().stream().map(name -> ODataFilter.equal(property, name)),
        beginnings.keySet().stream().map(begin -> ODataFilter.startsWith(property, begin)));
  }
}
