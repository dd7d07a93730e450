package dev.garrison.dist;

import dev.garrison.windows.WineComputer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The unpacked zip in a folder of the drive C: of Wine. Where it brings no Java, one of the tools
 * lies in the place of it.
 */
final class WindowsInstallation {
  private static final Path SOURCES = Path.of("src/test/c").toAbsolutePath();

  /** Keeps what Wine's missing processor groups make Java say out of its output. */
  static final String QUIET = "-XX:-PrintWarnings";

  private static final String NO_GROUPS =
      "OpenJDK 64-Bit Server VM warning: Attempt to get process group affinity failed";

  private final WineComputer computer;
  private final Path place;
  private final Path program;

  /** What one run came to. */
  record Result(int exit, String text) {}

  /**
   * Unpacks the zip.
   *
   * @param name of the new folder, below C:\Program Files
   */
  WindowsInstallation(String name) throws IOException, InterruptedException {
    this.computer = WineComputer.shared();
    this.place = Files.createTempDirectory(computer.driveC().resolve("Program Files"), name + " ");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    this.program = Distribution.unpackWindows(place);
    if (!Distribution.hasWindowsRuntime()) {
      copy(WineComputer.javaHome(), program.resolve("runtime"));
    }
    compile("start");
  }

  /** Removes the folder with all that is in it; links are not followed. */
  void remove() throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Builds a program of the tests, and returns it. */
  Path compile(String name) throws IOException, InterruptedException {
    Path built = place.resolve(name + ".exe");
    Distribution.run(
        "/usr/bin/x86_64-w64-mingw32-gcc",
        "-municode",
        "-o",
        built.toString(),
        SOURCES.resolve(name + ".c").toString());
    return built;
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copied = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied);
      }
    }
  }

  /** The folder of the program. */
  Path program() {
    return program;
  }

  /** An empty folder for files of a test. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(place.resolve(name));
  }

  /** The name by which a program of Windows finds a file on the drive C:. */
  String onDriveC(Path path) {
    return "C:\\" + computer.driveC().relativize(path).toString().replace('/', '\\');
  }

  String launcher() {
    return "\"" + onDriveC(program.resolve("garrison.exe")) + "\"";
  }

  /** Runs lines of cmd in a folder; GARRISON in them is the launcher. */
  Result cmd(Path folder, Map<String, String> variables, String... lines)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("line.cmd"), String.join("\r\n", lines) + "\r\n");
    Map<String, String> all = new HashMap<>(variables);
    all.put("GARRISON", onDriveC(program.resolve("garrison.exe")));
    return run(all, onDriveC(folder), "cmd /c line.cmd");
  }

  WineComputer computer() {
    return computer;
  }

  /** Runs a command line as Windows gets it, in the folder of this name. */
  Result run(Map<String, String> variables, String folder, String line)
      throws IOException, InterruptedException {
    WineComputer.Ended ended =
        computer.program(quiet(variables), place.resolve("start.exe"), job(List.of(folder, line)));
    return new Result(ended.exit(), withoutWine(ended.text()));
  }

  /** Runs the launcher with these words behind it. */
  Result garrison(Map<String, String> variables, String words)
      throws IOException, InterruptedException {
    return run(variables, onDriveC(folder("work")), launcher() + " " + words);
  }

  /** Runs a line of cmd on a console. */
  String onConsole(String line) throws IOException, InterruptedException {
    return console(job(List.of("", "cmd /c \"" + line + "\""))).text();
  }

  /** Presses Ctrl-C when the output of the line has the text. */
  Result pressCtrlC(String line, String text) throws IOException, InterruptedException {
    Path output = place.resolve("output.txt");
    String job = job(List.of(onDriveC(folder("work")), line, onDriveC(output), text));
    WineComputer.Ended ended = console(job);
    return new Result(ended.exit(), withoutWine(Files.readString(output)));
  }

  private WineComputer.Ended console(String job) throws IOException, InterruptedException {
    return computer.console(
        quiet(Map.of()), "wine '" + place.resolve("start.exe") + "' '" + job + "'");
  }

  private String job(List<String> lines) throws IOException {
    return onDriveC(Files.write(place.resolve("job.txt"), lines));
  }

  private static Map<String, String> quiet(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(Map.of("GARRISON_JAVA_OPTS", QUIET));
    all.putAll(variables);
    return all;
  }

  /** Without carriage returns, and without what Java says of Wine. */
  private static String withoutWine(String text) {
    return text.replace("\r", "")
        .lines()
        .filter(line -> !line.startsWith(NO_GROUPS))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
