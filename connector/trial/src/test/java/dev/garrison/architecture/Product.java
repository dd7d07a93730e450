package dev.garrison.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The classes that are shipped, the lab's among them, and their sources. */
final class Product {
  static final Path ROOT = Path.of(System.getProperty("repository.root"));

  /** Modules that lie beside the product. */
  private static final Set<String> OTHERS = Set.of("bench", "dist", "fixtures", "trial");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("-tests.jar"))
          .withImportOption(
              place -> OTHERS.stream().noneMatch(other -> isOf(other, place.asURI().toString())))
          .importPackages("dev.garrison");

  private Product() {}

  private static boolean isOf(String module, String place) {
    return place.contains("/connector/" + module + "/")
        || place.contains("/garrison-" + module + "-");
  }

  /** The folders of main sources, without the lab's. */
  static List<Path> sources() {
    try (Stream<Path> modules = Files.list(ROOT.resolve("connector"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("wsus-catalog"), ROOT.resolve("connector")),
              modules.filter(
                  module -> !OTHERS.contains(name(module)) && !name(module).equals("lab")))
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All Java files of these folders. */
  static List<Path> files(List<Path> folders) {
    return folders.stream()
        .flatMap(folder -> {
          try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> name(path).endsWith(".java")).sorted().toList().stream();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .toList();
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
