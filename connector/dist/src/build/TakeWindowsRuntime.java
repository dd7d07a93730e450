import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Takes the Java that the zip for Windows brings, and refuses one that Garrison cannot run with.
 * Run while the archives are made; its words are a folder or a zip with a Java for Windows x64, the
 * folder to make, the modules that it has to have, and what it is for: {@code release} or {@code
 * test}. One for tests may lack modules.
 */
final class TakeWindowsRuntime {
  private static final int OLDEST = 25;

  /** What nothing of Garrison starts or reads. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "include",
          "jmods",
          "man",
          "demo",
          "lib/src.zip",
          "lib/ct.sym",
          "lib/jvm.lib",
          "lib/jawt.lib");

  private static final Set<String> PROGRAMS = Set.of("java.exe", "keytool.exe");
  private static final List<String> NEEDED =
      List.of(
          "release",
          "bin/java.exe",
          "bin/server/jvm.dll",
          "lib/modules",
          "legal/java.base/LICENSE");

  private TakeWindowsRuntime() {}

  public static void main(String[] words) throws IOException {
    Path source = Path.of(words[0]);
    Optional<String> refusal;
    if (Files.isRegularFile(source)) {
      try (FileSystem zip = FileSystems.newFileSystem(source)) {
        refusal = take(zip.getPath("/"), words);
      } catch (ZipException | ProviderNotFoundException none) {
        refusal = Optional.of("it is neither a folder nor a zip");
      }
    } else {
      refusal = take(source, words);
    }
    if (refusal.isPresent()) {
      System.err.println("error: " + source + " is no Java for the zip: " + refusal.get());
      System.exit(1);
    }
  }

  private static Optional<String> take(Path source, String[] words) throws IOException {
    Path home = home(source);
    Optional<String> refusal = refusal(home, words[2].split(","), words[3].equals("test"));
    if (refusal.isEmpty()) {
      copy(home, Path.of(words[1]));
    }
    return refusal;
  }

  /** The folder with the release file: in an archive often the only one at the top. */
  private static Path home(Path source) throws IOException {
    if (Files.isDirectory(source) && !Files.exists(source.resolve("release"))) {
      try (Stream<Path> top = Files.list(source)) {
        List<Path> inside = top.toList();
        return inside.size() == 1 ? inside.getFirst() : source;
      }
    }
    return source;
  }

  private static Optional<String> refusal(Path home, String[] modules, boolean test)
      throws IOException {
    for (String file : NEEDED) {
      if (!Files.exists(home.resolve(file))) {
        return Optional.of("it has no " + file);
      }
    }
    Map<String, String> facts = facts(home.resolve("release"));
    String version = facts.getOrDefault("JAVA_VERSION", "");
    if (!version.matches("[0-9]+([.].*)?") || Integer.parseInt(version.split("[.]")[0]) < OLDEST) {
      return Optional.of("its version is '" + version + "', and " + OLDEST + " is the oldest");
    }
    if (!facts.getOrDefault("OS_ARCH", "x86_64").equals("x86_64")) {
      return Optional.of("it is for the processor " + facts.get("OS_ARCH"));
    }
    Set<String> missing = new TreeSet<>(Arrays.asList(modules));
    missing.removeAll(List.of(facts.getOrDefault("MODULES", "").split(" ")));
    return missing.isEmpty() || test
        ? Optional.empty()
        : Optional.of(
            "it lacks the modules "
                + String.join(", ", missing)
                + ". With -Dwindows.runtime.test=true it makes a package for tests");
  }

  /** The release file, without the quotes of its values. */
  private static Map<String, String> facts(Path release) throws IOException {
    Properties read = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      read.load(in);
    }
    return read.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(
                Function.identity(), name -> read.getProperty(name).replace("\"", "")));
  }

  private static void copy(Path home, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(home)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = home.relativize(file).toString().replace('\\', '/');
      if (name.contains("..") || isLeftOut(name)) {
        continue;
      }
      Path place = target.resolve(name);
      Files.createDirectories(place.getParent());
      Files.write(place, Files.readAllBytes(file));
    }
  }

  private static boolean isLeftOut(String name) {
    boolean program = name.startsWith("bin/") && name.endsWith(".exe");
    return LEFT_OUT.contains(name)
        || LEFT_OUT.contains(name.replaceFirst("/.*", ""))
        || (program && !PROGRAMS.contains(name.substring("bin/".length())));
  }
}
