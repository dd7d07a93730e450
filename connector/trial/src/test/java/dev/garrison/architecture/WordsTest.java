package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** English for people is in the words of Microsoft Learn: bundles, pages, documents, and help. */
final class WordsTest {
  /** Words that are replaced, such as "nobody" by "no user", and British spellings. */
  private static final Pattern REPLACED =
      Pattern.compile(
          """
          (?ix)\\b(?:
          somebody|nobody|anybody|whoever|somewhere|nowhere|
          by\\ itself|by\\ themselves|by\\ hand|by\\ chance|anew|afresh|for\\ ever\\b|
          goes?\\ on|went\\ on|stands|stood|stand-in|besides?|shall\\b|
          our\\ mark|of\\ ours|(?:is|are|was|were)\\ told|(?:is|are)\\ said|
          looks?\\ at|to\\ look|sees\\ to\\ it|in\\ the\\ way|in\\ peace|the\\ same\\ holds|came\\ to|
          takes?\\ back|mend|unkind|things?|per\\ cent|
          (?:synchron|organ|capital|recogn|summar|initial|normal|author|minim|optim|custom)is(?:e|ing|at)|
          catalogue|licence|cancell(?:ed|ing)|(?:behavi|col|fav|hon)our|centre|grey
          )\\w*|[0-9}]\\ %
          """);

  /** What may have such a word, by the reason. */
  private static final Map<String, Pattern> EXEMPT =
      Map.of(
          "decisions are dated records",
          Pattern.compile("docs/adr/.*"),
          "Japanese, with English only in samples",
          Pattern.compile(".*\\.ja\\.md"));

  /** Names of commands, files, and keys in a document, its samples, and the places of links. */
  private static final Pattern CODE =
      Pattern.compile("(?ms)^```.*?^```|^    .*?$|`[^`]*`|(?<=\\]\\()[^)\\s]*");

  private static final Pattern YAML_COMMENT = Pattern.compile("(?m)(?<!\\S)#(.*)$");

  private static final Pattern HELP = Pattern.compile("(?s)<#(.*?)#>");

  /** Commands, tags, and places of a template. */
  private static final Pattern MARKUP =
      Pattern.compile("(?s)<%--.*?--%>|(?m:^\\s*@.*$)|[$!]\\{.*?}|<[^>]*>");

  /** Files below a folder, by their path in the repository. */
  private static Map<String, String> files(String folder, String name) {
    try (Stream<Path> walk = Files.walk(Product.ROOT.resolve(folder))) {
      return walk.filter(file -> Product.name(file).matches(name))
          .filter(file -> Collections.disjoint(parts(file), Set.of("target", "node_modules")))
          .collect(
              Collectors.toMap(
                  file -> Product.ROOT.relativize(file).toString().replace('\\', '/'),
                  WordsTest::read,
                  (one, _) -> one,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> parts(Path file) {
    List<String> parts = new ArrayList<>();
    Product.ROOT.relativize(file).forEach(part -> parts.add(part.toString()));
    return parts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> documents() {
    Map<String, String> all = new TreeMap<>(files("docs", ".*\\.md"));
    all.putAll(files("mecm-scripts", "README\\.md"));
    all.putAll(files("wsus-catalog", ".*\\.md"));
    for (String file : List.of("README.md", "CONTRIBUTING.md")) {
      all.put(file, read(Product.ROOT.resolve(file)));
    }
    String changes = read(Product.ROOT.resolve("CHANGELOG.md"));
    all.put("CHANGELOG.md, Unreleased", changes.split("(?m)^## ", 3)[1]);
    all.keySet()
        .removeIf(
            file -> EXEMPT.values().stream().anyMatch(exempt -> exempt.matcher(file).matches()));
    return all;
  }

  /** The matches of the pattern, or of its group, alone. */
  private static String parts(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.joining("\n"));
  }

  private static void check(Map<String, String> texts) {
    List<String> found = new ArrayList<>();
    texts.forEach((name, text) ->
        REPLACED
            .matcher(text.replaceAll("\\s+", " "))
            .results()
            .map(MatchResult::group)
            .forEach(word -> found.add(name + ": " + word)));
    assertThat(texts).isNotEmpty();
    assertThat(found).isEmpty();
  }

  @Test
  void noTextOfABundleHasAWordThatTheStyleGuideReplaces() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    TextsTest.bundles().forEach(bundle -> texts.putAll(TextsTest.read(bundle)));
    check(texts);
  }

  @Test
  void noTemplateHasAWordThatTheStyleGuideReplaces() {
    Map<String, String> templates = files("connector/service/src/main/jte", ".*\\.jte");
    templates.replaceAll((_, text) -> MARKUP.matcher(text).replaceAll(" "));
    check(templates);
  }

  @Test
  void noDocumentHasAWordThatTheStyleGuideReplaces() {
    Map<String, String> documents = documents();
    documents.replaceAll((_, text) -> CODE.matcher(text).replaceAll("-"));
    check(documents);
  }

  @Test
  void noCommentOfAManifestHasAWordThatTheStyleGuideReplaces() {
    Map<String, String> manifests = files("config", ".*\\.ya?ml");
    manifests.putAll(files("connector/manifest/src/main/resources", "first-manifest\\.yaml"));
    manifests.replaceAll((_, text) -> parts(YAML_COMMENT, text));
    check(manifests);
  }

  @Test
  void noHelpOfAModuleHasAWordThatTheStyleGuideReplaces() {
    Map<String, String> functions = files("mecm-scripts/src/main/powershell/Garrison", ".*\\.ps1");
    functions.putAll(files("mecm-scripts/src/main/powershell/Garrison.Admin", ".*\\.ps1"));
    functions.replaceAll((_, text) -> parts(HELP, text));
    check(functions);
  }
}
