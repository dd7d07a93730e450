package dev.garrison.lab.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A simulator that shared our code would agree with our bugs. */
final class IsolationTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("repository.root")).resolve("connector/lab/src/main/java");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?(dev\\.garrison(?:\\.[a-z]+)*)\\.[A-Z]");

  private static Map<String, SortedSet<String>> imports() throws IOException {
    Map<String, SortedSet<String>> imports = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".java")).toList()) {
        String from = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
        Matcher matcher = IMPORT.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (matcher.find()) {
          imports.computeIfAbsent(from, key -> new TreeSet<>()).add(matcher.group(1));
        }
      }
    }
    return imports;
  }

  @Test
  void theLabImportsNothingOfTheOtherModules() throws IOException {
    assertThat(imports().values().stream().flatMap(Set::stream))
        .isNotEmpty()
        .allMatch(name -> name.equals("dev.garrison.lab") || name.startsWith("dev.garrison.lab."));
  }

  @Test
  void itsPackagesHaveNoCycle() throws IOException {
    Map<String, SortedSet<String>> imports = imports();
    for (String start : imports.keySet()) {
      Set<String> seen = new HashSet<>();
      Deque<String> next = new ArrayDeque<>(imports.getOrDefault(start, new TreeSet<>()));
      while (!next.isEmpty()) {
        String name = next.pop();
        if (seen.add(name)) {
          next.addAll(imports.getOrDefault(name, new TreeSet<>()));
        }
      }
      assertThat(seen).as(start).doesNotContain(start);
    }
  }
}
