package dev.garrison.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page below {@code docs}, taken apart as Markdown. */
record GuidePage(Path path, String text) {
  private static final String JAPANESE = ".ja.md";

  /** Lines between fences, or indented lines with the blank lines between them. */
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^```.*\\R(?:.*\\R)*?```$|^ {4}.*(?:\\R(?:\\R* {4}.*))*");

  private static final Pattern HEADING = Pattern.compile("(?m)^(#+) (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern DIAGNOSTIC = Pattern.compile("GAR-\\d{4}");

  static GuidePage read(Path path) {
    try {
      return new GuidePage(path, Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Path of the same page in Japanese. */
  static Path japanese(Path english) {
    String name = String.valueOf(english.getFileName());
    return english.resolveSibling(name.replaceFirst("(\\.[a-z]+)$", ".ja$1"));
  }

  static boolean isJapanese(Path path) {
    return path.toString().endsWith(JAPANESE);
  }

  List<String> blocks() {
    return BLOCK.matcher(text).results().map(MatchResult::group).toList();
  }

  private String prose() {
    return BLOCK.matcher(text).replaceAll("");
  }

  /** Levels of the headings, from the top of the page to its end. */
  List<Integer> levels() {
    return headings().stream().map(heading -> heading.group(1).length()).toList();
  }

  private List<MatchResult> headings() {
    return HEADING.matcher(prose()).results().toList();
  }

  /** Anchors of the headings as GitHub and the site derive them. */
  List<String> anchors() {
    return headings().stream()
        .map(heading ->
            heading
                .group(2)
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?U)[^\\w\\s-]", "")
                .strip()
                .replaceAll("\\s+", "-"))
        .toList();
  }

  List<String> links() {
    return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
  }

  /** Words in code type and codes of diagnostics: facts that a translation keeps. */
  Set<String> code() {
    Set<String> code =
        CODE.matcher(prose())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    DIAGNOSTIC.matcher(prose()).results().map(MatchResult::group).forEach(code::add);
    return code;
  }
}
