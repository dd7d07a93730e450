package dev.garrison.lab.adminservice.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Call of a script by {@code powershell.exe -File}. Names of parameters are taken whole: PowerShell
 * also takes the beginning of a name, which no command of an application should rely on.
 *
 * @param words what follows {@code -File}, the script first
 */
record ScriptCall(List<String> words) {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern NAME = Pattern.compile("-[A-Za-z]\\w*");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^param\\((.*?)^\\)");
  private static final Pattern PARAMETER = Pattern.compile("(?m)^\\s*\\[(\\w+)\\] \\$(\\w+)");

  /** Call in a command line; without words if it calls no script. */
  static ScriptCall in(String command) {
    List<String> words =
        WORD.matcher(command)
            .results()
            .map(found -> Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)))
            .toList();
    int file = words.stream().map(ScriptCall::key).toList().indexOf("-file");
    return new ScriptCall(file < 0 ? List.of() : words.subList(file + 1, words.size()));
  }

  /** Value of a parameter; empty if it is not given. */
  Optional<String> value(String parameter) {
    int at = words.stream().map(ScriptCall::key).toList().indexOf("-" + key(parameter));
    return at > 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
  }

  /**
   * Checks whether PowerShell refuses the call. It does so for a parameter that the script does not
   * have, one without its value or given twice, and a value without a parameter. A script that is
   * not in the folder, or states no parameters, takes every word.
   */
  boolean isRefused(Optional<Path> folder) {
    Optional<Map<String, Boolean>> known = folder.flatMap(this::parameters);
    return known.isPresent() && !fits(known.get());
  }

  private boolean fits(Map<String, Boolean> known) {
    Set<String> given = new HashSet<>();
    for (int i = 1; i < words.size(); i++) {
      String name = key(words.get(i));
      Boolean hasValue = known.get(name);
      if (hasValue == null || !given.add(name)) {
        return false;
      }
      if (hasValue && (++i == words.size() || NAME.matcher(words.get(i)).matches())) {
        return false;
      }
    }
    return true;
  }

  /** Parameters of the script, each with whether it takes a value: a switch takes none. */
  private Optional<Map<String, Boolean>> parameters(Path folder) {
    Optional<Path> script =
        words.stream().findFirst().map(folder::resolve).filter(Files::isRegularFile);
    return script
        .map(ScriptCall::text)
        .map(BLOCK::matcher)
        .filter(Matcher::find)
        .map(block -> {
          Map<String, Boolean> parameters = new HashMap<>();
          PARAMETER
              .matcher(block.group(1))
              .results()
              .forEach(found ->
                  parameters.put("-" + key(found.group(2)), !found.group(1).equals("switch")));
          return parameters;
        });
  }

  private static String text(Path script) {
    try {
      return Files.readString(script);
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read " + script, e);
    }
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
