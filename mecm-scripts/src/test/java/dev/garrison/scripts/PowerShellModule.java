package dev.garrison.scripts;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A module as it lies in this repository.
 *
 * @param name of the module and its folder
 * @param tables files without a function
 */
record PowerShellModule(String name, Set<String> tables) {
  /** For a machine with the console. */
  static final PowerShellModule CONSOLE = new PowerShellModule("Garrison", Set.of("Messages.ps1"));

  /** For a machine with the program. */
  static final PowerShellModule ADMIN =
      new PowerShellModule("Garrison.Admin", Set.of("Messages.ps1", "Shapes.ps1"));

  private static final Path POWERSHELL =
      Path.of(System.getProperty("repository.root")).resolve("mecm-scripts/src/main/powershell");
  private static final Pattern EXPORTED = Pattern.compile("(?m)^        '([\\w-]+)'$");
  private static final Pattern MESSAGE =
      Pattern.compile("(?m)^    (\\w+) += (['\"]).*\\[(GAR-P\\d{3})]\\2$");

  Path folder() {
    return POWERSHELL.resolve(name);
  }

  /** A file's text, with the line ends of this test. */
  String text(String file) {
    try {
      return Files.readString(folder().resolve(file), StandardCharsets.US_ASCII)
          .replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String manifest() {
    return text(name + ".psd1");
  }

  Set<String> files() {
    try (Stream<Path> files = Files.list(folder())) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file with a function. */
  List<ModuleFunction> functions() {
    return files().stream()
        .filter(file -> file.endsWith(".ps1") && !tables.contains(file))
        .map(file -> ModuleFunction.of(file, text(file)))
        .toList();
  }

  Set<String> exported() {
    return ModuleFunction.all(EXPORTED, manifest()).collect(toCollection(TreeSet::new));
  }

  List<ModuleFunction> exportedFunctions() {
    return functions().stream().filter(function -> exported().contains(function.name())).toList();
  }

  /** What it says when it refuses: the name of each message, and its code. */
  Map<String, String> messages() {
    return MESSAGE
        .matcher(text("Messages.ps1"))
        .results()
        .collect(toMap(m -> m.group(1), m -> m.group(3), (one, _) -> one, TreeMap::new));
  }

  @Override
  public String toString() {
    return name;
  }
}
