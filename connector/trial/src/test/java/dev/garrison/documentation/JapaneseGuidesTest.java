package dev.garrison.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tutorial and the guides say the same in Japanese as in English. */
final class JapaneseGuidesTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path DOCS = ROOT.resolve("docs");

  /** What Japanese text of Microsoft doesn't have. */
  private static final Pattern NOT_JAPANESE =
      Pattern.compile(
          "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}][,.!](?:\\s|$)"
              + "|サーバ(?!ー)|ユーザ(?!ー)|フォルダ(?!ー)|デプロイ|デフォルト|オンボーディング|[（）！？：・]"
              + "|[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}][a-zA-Z0-9`]"
              + "|[a-zA-Z0-9`][\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  private static List<Path> pages(boolean japanese) {
    try (Stream<Path> guides = Files.list(DOCS.resolve("how-to"))) {
      Stream<Path> first =
          Stream.of("antivirus-exclusions", "index", "service", "tutorial", "windows")
              .map(name -> DOCS.resolve(name + ".md"));
      return Stream.concat(
              japanese ? first.map(GuidePage::japanese) : first,
              guides.filter(guide -> GuidePage.isJapanese(guide) == japanese))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> english() {
    return pages(false).stream();
  }

  private static Stream<Path> japanese() {
    return pages(true).stream();
  }

  @Test
  void everyGuideIsThereInBothLanguages() {
    assertThat(japanese()).containsExactlyElementsOf(english().map(GuidePage::japanese).toList());
  }

  @ParameterizedTest
  @MethodSource("english")
  void commandsAndScreensAreTheSameInBothLanguages(Path english) {
    assertThat(GuidePage.read(GuidePage.japanese(english)).blocks())
        .isEqualTo(GuidePage.read(english).blocks());
  }

  @ParameterizedTest
  @MethodSource("english")
  void sectionsAreTheSameInBothLanguages(Path english) {
    assertThat(GuidePage.read(GuidePage.japanese(english)).levels())
        .isEqualTo(GuidePage.read(english).levels());
  }

  @ParameterizedTest
  @MethodSource("english")
  void noFactInCodeTypeIsMissingInJapanese(Path english) {
    assertThat(GuidePage.read(GuidePage.japanese(english)).code())
        .containsAll(GuidePage.read(english).code());
  }

  /** A Japanese page links to a Japanese page where there is one. */
  @ParameterizedTest
  @MethodSource("english")
  void linksLeadToTheSamePlacesInBothLanguages(Path english) {
    assertThat(GuidePage.read(GuidePage.japanese(english)).links())
        .containsExactlyInAnyOrderElementsOf(
            GuidePage.read(english).links().stream()
                .map(link -> translated(english, link))
                .toList());
  }

  private static String translated(Path page, String link) {
    if (link.contains(":")) {
      return link;
    }
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    Path japanese = GuidePage.japanese(target);
    if (!Files.exists(japanese)) {
      return link;
    }
    String file = parts[0].replaceFirst("(\\.[a-z]+)$", ".ja$1");
    return parts.length == 1 ? file : file + '#' + translated(target, japanese, parts[1]);
  }

  /** The anchor of the section that stands at the same place. */
  private static String translated(Path english, Path japanese, String anchor) {
    int at = GuidePage.read(english).anchors().indexOf(anchor);
    assertThat(at).as("%s#%s", english, anchor).isNotNegative();
    return GuidePage.read(japanese).anchors().get(at);
  }

  @ParameterizedTest
  @MethodSource("japanese")
  void japaneseIsPunctuatedAndSpelledAsMicrosoftDoes(Path japanese) {
    GuidePage page = GuidePage.read(japanese);
    List<String> blocks = page.blocks();
    assertThat(page.text().lines().filter(line -> blocks.stream().noneMatch(b -> b.contains(line))))
        .allSatisfy(line -> assertThat(line).doesNotContainPattern(NOT_JAPANESE));
  }

  @Test
  void theReadmeInJapaneseLinksToTheGuidesInJapanese() {
    assertThat(GuidePage.read(ROOT.resolve("README.ja.md")).links())
        .contains("docs/index.ja.md", "docs/tutorial.ja.md", "docs/how-to/install.ja.md");
  }
}
