package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What prose would let decay. */
final class ShapeTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_TYPES_IN_A_PACKAGE = 25;
  private static final int MOST_PUBLIC_PERCENT = 60;
  private static final long MOST_RESOURCE_BYTES = 80 * 1024L;
  private static final Pattern BANNED_NAME =
      Pattern.compile(
          ".*(Manager|Helper|Utils?|Impl|Base|Data|Info|Processor)\\.java|(?!ResourceType\\.java).*Type\\.java");
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (abstract |sealed |non-sealed |final"
              + " )*(class|interface|record|enum|@interface) ");

  /** Packages that are a vocabulary for others have nothing to hide; see docs/adr/0010. */
  private static final Pattern VOCABULARY =
      Pattern.compile(
          ".*/dev/garrison/(engine|diagnostic|digest|xml)/.*|.*/(model|value|share)/[^/]*");

  private static List<Path> files(String glob) throws IOException {
    var matcher = Product.ROOT.getFileSystem().getPathMatcher("glob:" + glob);
    try (Stream<Path> walk = Files.walk(Product.ROOT)) {
      return walk.filter(Files::isRegularFile)
          .filter(path ->
              Stream.of("target", "node_modules", ".git").noneMatch(part -> contains(path, part)))
          .filter(path -> matcher.matches(path.getFileName()))
          .sorted()
          .toList();
    }
  }

  private static boolean contains(Path path, String part) {
    return Stream.iterate(Product.ROOT.relativize(path), p -> p != null, Path::getParent)
        .anyMatch(p -> p.getFileName().toString().equals(part));
  }

  private static List<Path> types() throws IOException {
    return files("*.java").stream().filter(path -> !path.endsWith("package-info.java")).toList();
  }

  @Test
  void noSourceFileIsLongerThanFourHundredLines() throws IOException {
    Map<Path, Long> tooLong = new TreeMap<>();
    for (Path file : files("*.{java,ps1,psm1,mjs}")) {
      try (Stream<String> lines = Files.lines(file)) {
        long count = lines.count();
        if (count > MOST_LINES) {
          tooLong.put(Product.ROOT.relativize(file), count);
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void noPackageHoldsMoreThanTwentyFiveTypes() throws IOException {
    Map<Path, Integer> counts = new TreeMap<>();
    types()
        .forEach(file -> counts.merge(Product.ROOT.relativize(file.getParent()), 1, Integer::sum));
    counts.values().removeIf(count -> count <= MOST_TYPES_IN_A_PACKAGE);
    assertThat(counts).isEmpty();
  }

  @Test
  void mostOfTheConnectorsTypesAreNotPublic() throws IOException {
    List<Path> types =
        Product.files(Product.sources()).stream()
            .filter(path -> path.startsWith(Product.ROOT.resolve("connector")))
            .filter(path -> !path.endsWith("package-info.java"))
            .filter(path -> !VOCABULARY.matcher(path.toString()).matches())
            .toList();
    long open = 0;
    for (Path file : types) {
      if (PUBLIC_TYPE.matcher(Files.readString(file)).find()) {
        open++;
      }
    }
    assertThat(open * 100 / types.size())
        .as("percent public of %d types", types.size())
        .isLessThanOrEqualTo(MOST_PUBLIC_PERCENT);
  }

  @Test
  void noTypeHasANameThatSaysNothing() throws IOException {
    assertThat(
            types().stream()
                .map(path -> path.getFileName().toString())
                .filter(BANNED_NAME.asMatchPredicate()))
        .isEmpty();
  }

  /** A reader who meets a name in a module knows which type it is. */
  @Test
  void noNameIsTakenTwiceInAModule() throws IOException {
    Map<String, Long> counts =
        types().stream()
            .map(path -> Product.ROOT.relativize(path).toString())
            .filter(path -> path.contains("/src/main/java/"))
            .collect(
                Collectors.groupingBy(
                    path ->
                        path.substring(0, path.indexOf("/src/"))
                            + path.substring(path.lastIndexOf('/')),
                    TreeMap::new,
                    Collectors.counting()));
    counts.values().removeIf(count -> count == 1);
    assertThat(counts).isEmpty();
  }

  @Test
  void testResourcesStaySmall() throws IOException {
    Map<Path, Long> large = new TreeMap<>();
    for (Path file : files("*")) {
      // What an earlier version left behind is as long as it was.
      if (file.toString().contains("/src/test/resources/")
          && !file.toString().contains("/src/test/resources/recorded/")
          && Files.size(file) > MOST_RESOURCE_BYTES) {
        large.put(Product.ROOT.relativize(file), Files.size(file));
      }
    }
    assertThat(large).isEmpty();
  }

  @Test
  void onlyOnePackageWritesODataAddresses() throws IOException {
    Path owner = Path.of("dev/garrison/mecm/odata");
    Path ownAddresses = Path.of("dev/garrison/server/page/frame/Links.java");
    for (Path file : Product.files(Product.sources())) {
      if (!String.valueOf(file.getParent()).endsWith(owner.toString())
          && !file.endsWith(ownAddresses)) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain("$filter=", "$select=", " eq '", "URLEncoder");
      }
    }
  }

  @Test
  void lockFilesNameNoHost() throws IOException {
    for (Path file : files("package-lock.json")) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain("\"resolved\"");
    }
  }
}
