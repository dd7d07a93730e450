package dev.garrison.secret;

import dev.garrison.foreign.WindowsFolder;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Folder, input and variables of a secret command at its start.
 *
 * @param folder its current folder, in which others cannot write
 * @param emptyInput a device from which nothing is read
 * @param passedOn the names of the variables that it gets as Garrison has them
 * @param set the variables that it gets with a value of its own
 * @param withoutCase whether names of variables are the same in any case, as on Windows
 */
record CommandSurroundings(
    File folder,
    File emptyInput,
    List<String> passedOn,
    Map<String, String> set,
    boolean withoutCase) {
  private static final CommandSurroundings POSIX =
      new CommandSurroundings(
          new File("/"),
          new File("/dev/null"),
          List.of("HOME", "LOGNAME", "USER", "XDG_RUNTIME_DIR"),
          Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C.UTF-8"),
          false);

  CommandSurroundings {
    passedOn = List.copyOf(passedOn);
    set = Map.copyOf(set);
  }

  static CommandSurroundings ofThisSystem() {
    return File.separatorChar == '\\' ? windows(WindowsFolder.PATH.toFile()) : POSIX;
  }

  static CommandSurroundings windows(File system) {
    return new CommandSurroundings(
        system,
        new File("NUL"),
        List.of(
            "ALLUSERSPROFILE",
            "APPDATA",
            "COMPUTERNAME",
            "LOCALAPPDATA",
            "PROGRAMDATA",
            "TEMP",
            "TMP",
            "USERDOMAIN",
            "USERNAME",
            "USERPROFILE"),
        Map.of(
            "PATH", system.toString(),
            "SYSTEMROOT", String.valueOf(system.getParent()),
            "WINDIR", String.valueOf(system.getParent())),
        true);
  }

  /** The variables that the command gets. */
  Map<String, String> variables(Map<String, String> environment) {
    Map<String, String> given = new TreeMap<>();
    environment.forEach((name, value) -> {
      if (passedOn.contains(withoutCase ? name.toUpperCase(Locale.ROOT) : name)) {
        given.put(name, value);
      }
    });
    given.putAll(set);
    return given;
  }
}
