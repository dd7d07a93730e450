package dev.garrison.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.documentation.BuiltSite.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser loads of the site comes from the site, and every link leads somewhere. */
final class BuiltSiteIT {
  private static final Pattern RESOURCE =
      Pattern.compile("<(?:script|img|iframe|source|audio|video|embed)\\b[^>]*? src=\"([^\"]*)\"");
  private static final Pattern LINKED_FILE = Pattern.compile("<link\\b[^>]*? href=\"([^\"]*)\"");
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*? href=\"([^\"]*)\"");
  private static final Pattern ANCHOR = Pattern.compile(" id=\"([^\"]+)\"");
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script(?![^>]*(?: src=| type=\"application/json\"))[^>]*>");
  private static final Pattern INLINE_STYLE =
      Pattern.compile("<style\\b|<[a-z]+ [^>]*?\\bstyle=\"");
  private static final Pattern INLINE_HANDLER = Pattern.compile("<[a-z]+ [^>]*?\\bon[a-z]+=\"");
  private static final Pattern LOADED_BY_STYLE = Pattern.compile("url\\(['\"]?([^)'\"]*)");

  private static BuiltSite site;
  private static List<Page> pages;

  @BeforeAll
  static void read() {
    site = BuiltSite.require();
    pages = site.files(".html");
  }

  private static Set<String> found(Pattern pattern, List<Page> where) {
    return where.stream()
        .flatMap(page -> page.all(pattern).map(match -> page.path() + ": " + match.group()))
        .collect(Collectors.toSet());
  }

  /** The paths of the site's files, by which links are resolved. */
  private static Map<Path, Set<String>> anchors() {
    Map<Path, Set<String>> anchors = new HashMap<>();
    for (Page page : pages) {
      anchors.put(
          page.path(), page.all(ANCHOR).map(match -> match.group(1)).collect(Collectors.toSet()));
    }
    return anchors;
  }

  private static boolean isOutside(String address) {
    return address.startsWith("//") || address.matches("[a-z]+:.*");
  }

  private static Path target(Page page, URI link) {
    return link.getPath().isEmpty()
        ? page.path()
        : page.path().resolveSibling(link.getPath()).normalize();
  }

  @Test
  void itHasThePagesOfEachKind() {
    assertThat(pages)
        .extracting(page -> page.path().toString())
        .contains(
            "index.html",
            "index.ja.html",
            "tutorial.html",
            "tutorial.ja.html",
            "operations.html",
            "how-to/rings.html",
            "how-to/rings.ja.html",
            "reference/diagnostic-codes.html",
            "reference/commands/plan.html",
            "explanation/state-and-journal.html");
  }

  @ParameterizedTest
  @CsvSource({
    "how-to/rings.html, en, rings.html, rings.ja.html",
    "how-to/rings.ja.html, ja, rings.html, rings.ja.html",
    "index.ja.html, ja, index.html, index.ja.html",
    "reference/exit-codes.html, en, exit-codes.html, ../index.ja.html"
  })
  void aPageNamesItsLanguageAndLinksToBoth(
      String path, String language, String english, String japanese) {
    assertThat(pages)
        .filteredOn(page -> page.path().equals(Path.of(path)))
        .singleElement()
        .extracting(Page::text)
        .asString()
        .contains(
            "<html lang=\"%s\"".formatted(language),
            "<a href=\"%s\" hreflang=\"en\"".formatted(english),
            "<a href=\"%s\" hreflang=\"ja\"".formatted(japanese));
  }

  @Test
  void everythingThatAPageLoadsIsAFileOfTheSite() {
    List<String> missing = new ArrayList<>();
    for (Page page : pages) {
      for (Pattern pattern : List.of(RESOURCE, LINKED_FILE)) {
        page.all(pattern)
            .map(match -> match.group(1))
            .filter(address ->
                isOutside(address)
                    || !site.folder().resolve(target(page, URI.create(address))).toFile().isFile())
            .forEach(address -> missing.add(page.path() + ": " + address));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everythingThatAStyleLoadsIsAFileOfTheSite() {
    List<String> missing = new ArrayList<>();
    for (Page style : site.files(".css")) {
      style
          .all(LOADED_BY_STYLE)
          .map(match -> match.group(1))
          .filter(address ->
              isOutside(address)
                  || !site.folder().resolve(target(style, URI.create(address))).toFile().isFile())
          .forEach(address -> missing.add(style.path() + ": " + address));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noScriptLoadsAnythingFromAServerForPackages() {
    assertThat(site.files(".js")).isNotEmpty();
    assertThat(found(Pattern.compile("unpkg\\.com|cdn\\.|jsdelivr"), site.files(".js"))).isEmpty();
  }

  @Test
  void nothingIsInlineThatThePolicyForbids() {
    assertThat(found(INLINE_SCRIPT, pages)).isEmpty();
    assertThat(found(INLINE_STYLE, pages)).isEmpty();
    assertThat(found(INLINE_HANDLER, pages)).isEmpty();
  }

  @Test
  void everyLinkLeadsToAPageAndAnAnchorThatAreThere() {
    Map<Path, Set<String>> anchors = anchors();
    List<String> broken = new ArrayList<>();
    for (Page page : pages) {
      page.all(LINK)
          .map(match -> match.group(1))
          .filter(address -> !isOutside(address))
          .forEach(address -> {
            URI link = URI.create(address);
            Set<String> there = anchors.get(target(page, link));
            String anchor = link.getFragment();
            if (there == null || (anchor != null && !there.contains(anchor))) {
              broken.add(page.path() + ": " + address);
            }
          });
    }
    assertThat(broken).isEmpty();
  }
}
