package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts for people are in bundles, whole, in both languages. */
final class TextsTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z][A-Z-]*}");

  /** A text in code, and in the templates of pages, where {@code t} stands for it. */
  private static final Pattern TEXT =
      Pattern.compile("\\b(?:(Text|Message|Sentence)\\.of|t)\\(\\s*\"([^\"]+)\"");

  /** Sentences of earlier versions, which are in records and are only found again. */
  private static final String FORMER = "recorded.";

  private static final Pattern DIAGNOSTIC = Pattern.compile("Diagnostic\\.(?:error|warning)\\(");

  /** Characters before which or after which a half-width comma or full stop is no Japanese. */
  private static final Pattern WESTERN_PUNCTUATION =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}][,.!](?:\\s|$)");

  /** The charset of Japanese Windows consoles. */
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  static Stream<Path> bundles() throws IOException {
    try (Stream<Path> all = Files.walk(Product.ROOT.resolve("connector"), 6)) {
      return all
          .filter(file -> Product.name(file).matches("garrison-(texts|help)\\.properties"))
          .filter(file -> file.toString().contains("/src/main/resources/"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path japanese(Path english) {
    return english.resolveSibling(Product.name(english).replace(".properties", "_ja.properties"));
  }

  static Map<String, String> read(Path bundle) {
    try (Reader text = Files.newBufferedReader(bundle)) {
      Properties read = new Properties();
      read.load(text);
      return new TreeMap<>(
          read.stringPropertyNames().stream()
              .collect(Collectors.toMap(key -> key, read::getProperty)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(Path bundle, String text) {
    return Product.name(bundle).contains("texts") ? places(text) : variables(text);
  }

  private static Set<String> places(String text) {
    MessagePattern pattern = new MessagePattern(text);
    return IntStream.range(0, pattern.countParts())
        .mapToObj(pattern::getPart)
        .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NAME)
        .map(pattern::getSubstring)
        .collect(Collectors.toSet());
  }

  /** What help fills in itself, such as <code>${DEFAULT-VALUE}</code>: it has no other places. */
  private static Set<String> variables(String text) {
    return VARIABLE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces(Path bundle) {
    Map<String, String> english = read(bundle);
    Map<String, String> japanese = read(japanese(bundle));
    assertThat(japanese.keySet()).isEqualTo(english.keySet());
    assertThat(english)
        .allSatisfy((key, text) ->
            assertThat(places(bundle, japanese.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(places(bundle, text)));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noKeyOfABundleIsThereTwice(Path bundle) throws IOException {
    for (Path file : List.of(bundle, japanese(bundle))) {
      List<String> keys =
          Files.readAllLines(file).stream()
              .filter(line -> line.matches("[\\w.\\-\\[\\]]+=.*"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
    }
  }

  @Test
  void noTwoModulesHaveTheSameKey() throws IOException {
    List<String> keys =
        bundles()
            .filter(file -> Product.name(file).contains("texts"))
            .flatMap(file -> read(file).keySet().stream())
            .toList();
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyTextThatTheSourcesNameIsThereAndEveryTextIsNamed() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (Path file : Product.files(Product.sources())) {
      sources.append(Files.readString(file));
    }
    try (Stream<Path> templates =
        Files.walk(Product.ROOT.resolve("connector/service/src/main/jte"))) {
      for (Path file : templates.filter(Files::isRegularFile).toList()) {
        sources.append(Files.readString(file));
      }
    }
    Set<String> known =
        bundles()
            .filter(file -> Product.name(file).contains("texts"))
            .flatMap(file -> read(file).keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named =
        TEXT.matcher(sources)
            .results()
            .flatMap(TextsTest::keys)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).containsAll(named);
    assertThat(known)
        .filteredOn(key -> !key.startsWith(FORMER))
        .allSatisfy(key ->
            assertThat(sources)
                .containsAnyOf(
                    '"' + key + '"', '"' + key.replaceFirst("\\.(problem|fix)$", "") + '"'));
  }

  private static Stream<String> keys(MatchResult named) {
    return "Message".equals(named.group(1))
        ? Stream.of(named.group(2) + ".problem", named.group(2) + ".fix")
        : Stream.of(named.group(2));
  }

  /** ICU takes an apostrophe before a brace, and a doubled one, for quoting. */
  @ParameterizedTest
  @MethodSource("bundles")
  void noTextQuotesWithApostrophes(Path bundle) {
    assertThat(read(bundle).values()).noneMatch(text -> text.contains("''") || text.contains("'{"));
    assertThat(read(japanese(bundle)).values())
        .noneMatch(text -> text.contains("''") || text.contains("'{"));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void japaneseIsPunctuatedAndSpelledAsMicrosoftDoes(Path bundle) {
    assertThat(read(japanese(bundle)))
        .allSatisfy((key, text) -> {
          assertThat(text).as(key).doesNotContainPattern(WESTERN_PUNCTUATION);
          assertThat(text)
              .as(key)
              .doesNotContainPattern("サーバ(?!ー)|ユーザ(?!ー)|フォルダ(?!ー)|デプロイ|デフォルト|オンボーディング|[（）！？：・]");
        });
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void japaneseCanBePrintedInTheCodePageOfItsConsoles(Path bundle) {
    assertThat(read(japanese(bundle)))
        .allSatisfy((key, text) ->
            assertThat(WINDOWS_31J.newEncoder().canEncode(text)).as(key + ": " + text).isTrue());
  }

  @Test
  void noDiagnosticHasItsTextsInCode() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Product.files(Product.sources())) {
      String source = Files.readString(file);
      DIAGNOSTIC
          .matcher(source)
          .results()
          .filter(call -> !isKeyed(source, call.end()))
          .forEach(_ -> found.add(Product.name(file)));
    }
    assertThat(found).isEmpty();
  }

  /** Whether the call's arguments name a message instead of two texts. */
  private static boolean isKeyed(String source, int from) {
    int depth = 1;
    int at = from;
    while (depth > 0) {
      char next = source.charAt(at);
      depth += next == '(' ? 1 : next == ')' ? -1 : 0;
      at++;
    }
    String arguments = source.substring(from, at);
    return arguments.contains("Message.of(")
        || arguments.contains("new Message(")
        || arguments.contains("Message ")
        || arguments.matches("(?s).*\\bmessage\\b\\s*[(),].*");
  }
}
