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
  /** Code that prints for people, or makes what is printed. */
  private static final Pattern PRINTING =
      Pattern.compile(
          "connector/(?:cli|connection|content|engine|wsus)/src/main/|dev/garrison/server/page/");

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);

  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

  private static final Pattern PHRASE =
      Pattern.compile("[A-Za-z][a-z']+,?(?: [A-Za-z][a-z']+,?){2}");

  /** Exceptions that only a mistake in the program, or its end, throws. */
  private static final Pattern PROGRAMMERS =
      Pattern.compile(
          """
          new (?:(?:Illegal(?:Argument|State)|UnsupportedOperation|Cancellation|UncheckedIO\
          |NumberFormat)Exception|AssertionError)\\((?:[^;"]++|"(?:[^"\\\\]++|\\\\.)*+")*+;\
          """);

  /** Places of {@code String.format}, with the blank before. */
  private static final Pattern FORMAT = Pattern.compile(" ?%[-0-9.]*[a-z]");

  /** Commands, tags, and all of a template that is no text. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "<%--.*?--%>|(?m:^\\s*@.*$)|[$!]\\{.*?}|<code>.*?</code>|<pre>.*?</pre>|<[^>]*>",
          Pattern.DOTALL);

  /** Files that may have English in code, by the reason. */
  private static final Map<String, Pattern> EXEMPT =
      Map.ofEntries(
          Map.entry(
              "heads of CSV columns, and their rows, which programs read",
              Pattern.compile("cli/.*Columns")),
          Map.entry(
              "scripts for shells, with comments for programmers",
              Pattern.compile("cli/completion/.*")),
          Map.entry(
              "manual pages and reference, which are English", Pattern.compile("cli/manual/.*")),
          Map.entry(
              "manifests and sites as YAML, and sentences as jobs record them",
              Pattern.compile("demo/(?:DemoCompany|QuietDays)")),
          Map.entry(
              "messages of exceptions for programmers",
              Pattern.compile("demo/DemoPast|wsus/soap/SoapRequest")),
          Map.entry(
              "answers of the lab's HTTP interface, which are JSON",
              Pattern.compile("cli/lab/Lab(?:Client|Control)")),
          Map.entry(
              "lines of the log and entries of the Event Log",
              Pattern.compile("cli/service/ServeCommand")),
          Map.entry(
              "sentences of picocli, and names of commands, to compare with",
              Pattern.compile("cli/(?:MistakeText|CommandLineDefaults)")),
          Map.entry(
              "recorded sentences, to compare with",
              Pattern.compile("server/page/fleet/AttentionList")),
          Map.entry(
              "sentences of systems and libraries, and lines of Microsoft's scripts, to compare with",
              Pattern.compile(
                  "connection/(?:kerberos/KerberosFailure|tls/TlsSettings)|share/folder/FolderFailures|share/smbj/SmbjFailures|wsus/updateserver/FaultMeaning|xml/HardenedXml|payload/(?:onboarding/script/.*|powershell/(?:InstallScriptKind|SignedScript))")),
          Map.entry(
              "names of Microsoft's products and publishers",
              Pattern.compile(
                  "payload/(?:executable/PlatformUpdateKind|msi/InstallerKind|signature/TrustedPublishers)|wsus/problem/SensorProblems")),
          Map.entry(
              "messages of failed input, output and protocols, in English as the JDK's are",
              Pattern.compile(
                  "files/(?:AtomicMove|DiskSync|ntfs/WindowsPath)|foreign/ProgramRun|connection/(?:SignedOutException|tls/CertificateCheck)|share/(?:access/SavedListFiles|jcifs/KerberosSsp|smbj/(?:GcmSeal|SmbjBlocks|SmbjRights|WatchedTransport))|payload/(?:PackageFile|intake/IntakeCopy|onboarding/blob/SigningChain)")));

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
            .matcher(PROGRAMMERS.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll(";"))
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
    assertThat(phrases("throw new IllegalStateException(\"this can't be\" + x);")).isZero();
    assertThat(phrases("Text.of(\"plan.empty\"); \"SELECT * FROM run WHERE id = ?\"")).isZero();
  }
}
