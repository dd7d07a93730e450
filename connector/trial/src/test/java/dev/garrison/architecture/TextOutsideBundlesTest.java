package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people read is in bundles: no code that prints for them, and no template, has a phrase of
 * three English words.
 */
final class TextOutsideBundlesTest {
  /** Packages that print for people. */
  private static final Pattern PRINTING = Pattern.compile("dev/garrison/(?:cli|demo|server/page)/");

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);

  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

  private static final Pattern PHRASE =
      Pattern.compile("[A-Za-z][a-z']+,?(?: [A-Za-z][a-z']+,?){2}");

  /** Places of {@code String.format}, with the blank before. */
  private static final Pattern FORMAT = Pattern.compile(" ?%[-0-9.]*[a-z]");

  /** Commands, tags, and all of a template that is no text. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "<%--.*?--%>|(?m:^\\s*@.*$)|[$!]\\{.*?}|<code>.*?</code>|<pre>.*?</pre>|<[^>]*>",
          Pattern.DOTALL);

  /** Files that may have English in code, by the reason. */
  private static final Map<String, Pattern> EXEMPT =
      Map.of(
          "heads of CSV columns, and their rows, which programs read",
          Pattern.compile("cli/.*Columns"),
          "scripts for shells, with comments for programmers",
          Pattern.compile("cli/completion/.*"),
          "manual pages and reference, which are English",
          Pattern.compile("cli/manual/.*"),
          "manifests and sites as YAML, and sentences as jobs record them",
          Pattern.compile("demo/(?:DemoCompany|QuietDays)"),
          "messages of exceptions for programmers",
          Pattern.compile(
              "cli/packages/CertificateFile|demo/(?:DemoPast|SampleFiles)|server/page/(?:FormAction|chart/Columns)"),
          "answers of the lab's HTTP interface, which are JSON",
          Pattern.compile("cli/lab/Lab(?:Client|Control)"),
          "lines of the log and entries of the Event Log",
          Pattern.compile("cli/service/ServeCommand"),
          "results as JSON",
          Pattern.compile("cli/view/OutcomeAnswer"),
          "sentences of picocli, and names of commands, to compare with",
          Pattern.compile("cli/(?:MistakeText|CommandLineDefaults)"),
          "recorded sentences, to compare with",
          Pattern.compile("server/page/fleet/AttentionList"));

  private static Map<String, Integer> phrases() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    for (Path file : Product.files(Product.sources())) {
      if (PRINTING.matcher(file.toString()).find()) {
        int phrases = phrases(Files.readString(file));
        if (phrases > 0) {
          found.put(file.toString().replaceFirst(".*/dev/garrison/(.*)\\.java", "$1"), phrases);
        }
      }
    }
    return found;
  }

  private static int phrases(String source) {
    return (int)
        LITERAL
            .matcher(COMMENT.matcher(source).replaceAll(""))
            .results()
            .map(TextOutsideBundlesTest::text)
            .filter(text -> PHRASE.matcher(FORMAT.matcher(text).replaceAll("")).find())
            .count();
  }

  private static String text(MatchResult literal) {
    return literal.group(1) == null ? literal.group(2) : literal.group(1);
  }

  private static boolean isExempt(String file) {
    return EXEMPT.values().stream().anyMatch(files -> files.matcher(file).matches());
  }

  @Test
  void codeThatPrintsForPeopleTakesItsTextsFromBundles() throws IOException {
    Map<String, Integer> found =
        phrases().entrySet().stream()
            .filter(each -> !isExempt(each.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new));
    assertThat(found).isEmpty();
  }

  @Test
  void everyExceptionIsNeeded() throws IOException {
    Map<String, Integer> found = phrases();
    assertThat(EXEMPT)
        .allSatisfy((reason, files) ->
            assertThat(found.keySet()).as(reason).anyMatch(file -> files.matcher(file).matches()));
  }

  @Test
  void templatesTakeTheirTextsFromBundles() throws IOException {
    Path folder = Product.ROOT.resolve("connector/service/src/main/jte");
    List<Path> templates;
    try (Stream<Path> all = Files.walk(folder)) {
      templates = all.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
    assertThat(templates).isNotEmpty();
    for (Path template : templates) {
      assertThat(MARKUP.matcher(Files.readString(template)).replaceAll("\n"))
          .as(folder.relativize(template).toString())
          .doesNotContainPattern(PHRASE);
    }
  }

  @Test
  void aPhraseIsFoundInEveryKindOfLiteralAndInNoComment() {
    assertThat(phrases("say(\"The plan is empty.\");")).isEqualTo(1);
    assertThat(phrases("say(\"Run %d of job %s\");")).isEqualTo(1);
    assertThat(phrases("say(\"\"\"\n    No changes were made\n    \"\"\");")).isEqualTo(1);
    assertThat(phrases("/** The plan is empty. */ int count; // No changes were made")).isZero();
    assertThat(phrases("Text.of(\"plan.empty\"); \"SELECT * FROM run WHERE id = ?\"")).isZero();
  }
}
