package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.garrison.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No code is told to a user that no test has seen: each is named by some test of some module, as a
 * constant in its class files, or by its number in its sources and in what it compares with.
 */
final class DiagnosticCodesAssertedTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Pattern LABEL = Pattern.compile("GAR-\\d{4}");
  private static final Set<Path> PASSED_OVER =
      Set.of(Path.of(".git"), Path.of("node_modules"), Path.of("classes"));
  private static final Path TEST_SOURCES = Path.of("src", "test");
  private static final Path TEST_CLASSES = Path.of("target", "test-classes");

  /** Codes that no test can provoke, and why, by name: a number here would count as asserted. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "OnboardingCode.OFFBOARDING_WITHOUT_EXPIRY",
          "an offboarding package without an end is refused before, as one that contradicts itself");

  /** Where tests lie, in every module. */
  private record Places(List<Path> sources, List<Path> classes) {
    static Places found() throws IOException {
      Places places = new Places(new ArrayList<>(), new ArrayList<>());
      Object _ =
          Files.walkFileTree(
              ROOT,
              new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(
                    Path folder, BasicFileAttributes attributes) {
                  return places.visit(folder);
                }
              });
      return places;
    }

    private FileVisitResult visit(Path folder) {
      if (PASSED_OVER.contains(folder.getFileName())) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (folder.endsWith(TEST_SOURCES)) {
        sources.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (folder.endsWith(TEST_CLASSES)) {
        classes.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static Set<String> numbers(List<Path> folders) throws IOException {
    Set<String> labels = new HashSet<>();
    for (Path folder : folders) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          // What is compared with may be of any form.
          String text = Files.readString(file, StandardCharsets.ISO_8859_1);
          LABEL.matcher(text).results().map(MatchResult::group).forEach(labels::add);
        }
      }
    }
    return labels;
  }

  /** As {@code type.CONSTANT}. */
  private static Set<String> constants(List<Path> folders) {
    Set<String> constants = new HashSet<>();
    for (JavaClass test : new ClassFileImporter().importPaths(folders)) {
      test.getFieldAccessesFromSelf()
          .forEach(access ->
              constants.add(
                  access.getTargetOwner().getFullName() + "." + access.getTarget().getName()));
    }
    return constants;
  }

  private static Class<?> type(DiagnosticCode code) {
    return ((Enum<?>) code).getDeclaringClass();
  }

  private static boolean isAsserted(
      DiagnosticCode code, Set<String> numbers, Set<String> constants) {
    return numbers.contains(code.label())
        || constants.contains(type(code).getName() + "." + code.name());
  }

  @Test
  void someTestAssertsEachCode() throws IOException {
    Places places = Places.found();
    Set<String> numbers = numbers(places.sources());
    Set<String> constants = constants(places.classes());
    assertThat(numbers).hasSizeGreaterThan(100);
    assertThat(constants).isNotEmpty();
    Map<String, String> unasserted = new TreeMap<>();
    DiagnosticCodesTest.codes()
        .filter(code -> !isAsserted(code, numbers, constants))
        .forEach(
            code -> unasserted.put(type(code).getSimpleName() + "." + code.name(), code.label()));
    assertThat(unasserted.keySet())
        .as("codes that no test names, and exceptions that one does: %s", unasserted)
        .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
  }
}
