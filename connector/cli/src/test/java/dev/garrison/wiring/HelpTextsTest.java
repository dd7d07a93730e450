package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.NamedCommand;
import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.Console;
import dev.garrison.language.Language;
import dev.garrison.session.Operator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** Help texts of the whole program. */
final class HelpTextsTest {
  private static final int LONGEST_SUMMARY = 70;
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private final StringWriter out = new StringWriter();
  private final Witness witness = new Witness();

  /** A command that knows the others. */
  @Command(name = "witness", hidden = true)
  private static final class Witness implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
      throw new AssertionError("only looked at");
    }
  }

  private String help(Language language, String... command) {
    out.getBuffer().setLength(0);
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false);
    Commands commands =
        new Commands(
            console,
            Map.of(),
            Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC),
            _ -> {
              throw new AssertionError("nothing is waited for");
            },
            () -> new Operator("anna", "adm01", 1, "0.1.0"));
    List<NamedCommand> all = new ArrayList<>(commands.all());
    all.add(new NamedCommand("witness", () -> witness));
    String[] words =
        Stream.concat(Stream.of("help"), Arrays.stream(command)).toArray(String[]::new);
    int exit =
        CommandLineProgram.of(
                console,
                "0.1.0",
                new CommandLineDefaults(Optional.empty(), Optional.empty(), false, language),
                all)
            .run(words);
    assertThat(exit).as(out.toString()).isZero();
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private List<CommandSpec> commands(Language language) {
    help(language);
    List<CommandSpec> found = new ArrayList<>();
    add(witness.spec.root(), found);
    return found;
  }

  private void add(CommandSpec command, List<CommandSpec> found) {
    if (!command.equals(witness.spec)) {
      found.add(command);
      command.subcommands().values().stream()
          .map(CommandLine::getCommandSpec)
          .distinct()
          .forEach(below -> add(below, found));
    }
  }

  private static String path(CommandSpec command) {
    return command.qualifiedName(" ");
  }

  private static Properties bundle() throws IOException {
    Properties texts = new Properties();
    try (Reader english =
        Files.newBufferedReader(Path.of("src/main/resources/garrison-help.properties"))) {
      texts.load(english);
    }
    return texts;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCommandAndEveryOptionIsDescribed(Language language) {
    for (CommandSpec command : commands(language)) {
      assertThat(command.usageMessage().description()).as(path(command)).isNotEmpty();
      for (ArgSpec argument : command.args()) {
        assertThat(argument.description()).as(path(command) + ": " + argument).isNotEmpty();
      }
    }
  }

  @Test
  void noAnnotationHasAText() throws IOException {
    List<CommandSpec> commands = commands(Language.ENGLISH);
    witness
        .spec
        .root()
        .commandLine()
        .setResourceBundle(new PropertyResourceBundle(new StringReader("")));
    for (CommandSpec command : commands) {
      assertThat(command.usageMessage().description()).as(path(command)).isEmpty();
      assertThat(command.usageMessage().exitCodeList()).as(path(command)).isEmpty();
      assertThat(command.usageMessage().footer()).as(path(command)).isEmpty();
      for (ArgSpec argument : command.args()) {
        assertThat(argument.description()).as(path(command) + ": " + argument).isEmpty();
      }
    }
  }

  @Test
  void everyTextBelongsToACommandOrAnOption() throws IOException {
    Set<String> keys = new HashSet<>();
    for (CommandSpec command : commands(Language.ENGLISH)) {
      for (ArgSpec argument : command.args()) {
        for (String name : names(argument)) {
          keys.add(name);
          keys.add(command.qualifiedName(".") + "." + name);
        }
      }
      keys.add(command.qualifiedName(".") + ".usage");
    }
    assertThat(bundle().stringPropertyNames())
        .allSatisfy(key ->
            assertThat(keys.contains(key.replaceFirst("\\.usage\\..*", ".usage")))
                .as(key)
                .isEqualTo(!key.startsWith("usage.")));
  }

  private static List<String> names(ArgSpec argument) {
    List<String> names = new ArrayList<>();
    Optional.ofNullable(argument.descriptionKey()).ifPresent(names::add);
    switch (argument) {
      case OptionSpec option -> names.add(option.longestName().replaceFirst("^-+", ""));
      case PositionalParamSpec word -> names.add(word.paramLabel() + "[" + word.index() + "]");
      default -> throw new AssertionError(argument);
    }
    return names;
  }

  @Test
  void aSummaryIsOneShortSentence() {
    commands(Language.ENGLISH).stream()
        .filter(command -> command.parent() != null)
        .forEach(command ->
            assertThat(command.usageMessage().description()[0])
                .as(path(command))
                .hasSizeLessThanOrEqualTo(LONGEST_SUMMARY)
                .endsWith("."));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyHelpFitsAScreen(Language language) {
    for (CommandSpec command : commands(language)) {
      String help = command.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
      assertThat(help).as(path(command)).doesNotContain("${").doesNotContain("%n");
      assertThat(help.lines()).as(path(command)).allMatch(line -> Cells.of(line) <= 120);
    }
  }

  @Test
  void everyExampleIsACommandLine() {
    for (CommandSpec command : commands(Language.ENGLISH)) {
      if (command.parent() != null) {
        for (String example : command.usageMessage().footer()) {
          String[] words =
              WORD.matcher(example)
                  .results()
                  .skip(1)
                  .map(HelpTextsTest::word)
                  .toArray(String[]::new);
          assertThatCode(() -> command.root().commandLine().parseArgs(words))
              .as(example)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  @Test
  void helpIsInTheLanguageOfItsReader() {
    assertThat(help(Language.ENGLISH, "journal", "verify"))
        .isEqualTo(
            """
            Usage: garrison journal verify [-h] [--debug] [--no-color] [--color=WHEN] [--expect=HEAD] [-f=FILE] [--lang=LANGUAGE]
                                           [--site=CODE] [--state=DIR] [--output=FORM | --json]
            Check that the journal's hash chain is intact. Read-only.
            Detects changes, except changes by an account with write access to the directory. Keep the chain head elsewhere, and
            compare it with --expect.

            Options:
                  --color=WHEN      Color output: auto, always, never (default: auto, which means on a terminal without NO_COLOR).
                  --debug           Print a stack trace for unexpected errors.
                  --expect=HEAD     Expected chain head, or at least its first 12 digits.
              -f, --manifest=FILE   Path to the manifest (default: garrison.yaml). Only its location is used; the file isn't read.
              -h, --help            Show this help and exit.
                  --json            Same as --output json.
                  --lang=LANGUAGE   Language of screens and diagnostics: en, ja (default: GARRISON_LANG, then the system language).
                  --no-color        Same as --color never.
                  --output=FORM     Output format: table, json (default: table).
                  --site=CODE       Site code of the journals (default: all sites in the directory).
                  --state=DIR       State directory (default: .garrison next to the manifest).

            Examples:
              garrison journal verify --expect 4f2a9c01d7be
            """);
    assertThat(help(Language.JAPANESE, "journal", "verify"))
        .isEqualTo(
            """
            使用法:
              garrison journal verify [-h] [--debug] [--no-color] [--color=WHEN] [--expect=HEAD] [-f=FILE] [--lang=LANGUAGE]
                                      [--site=CODE] [--state=DIR] [--output=FORM | --json]
            変更履歴のハッシュ チェーンに問題がないことを確認します。読み取り専用です。
            変更を検出しますが、ディレクトリに書き込めるユーザーによる変更は検出できません。チェーン ヘッドを別の場所に保管し、
            --expect で比較してください。

            オプション:
                  --color=WHEN      色付きの出力: auto, always, never (既定値: auto。端末で NO_COLOR がない場合に色を付けます)。
                  --debug           予期しないエラーのスタック トレースを表示します。
                  --expect=HEAD     想定するチェーン ヘッド、またはその先頭の 12 桁以上。
              -f, --manifest=FILE   マニフェストのパス (既定値: garrison.yaml)。場所だけを使用し、ファイルは読み取りません。
              -h, --help            このヘルプを表示して終了します。
                  --json            --output json と同じです。
                  --lang=LANGUAGE   画面と診断メッセージの言語: en, ja (既定値: GARRISON_LANG、なければシステムの言語)。
                  --no-color        --color never と同じです。
                  --output=FORM     出力形式: table, json (既定値: table)。
                  --site=CODE       変更履歴のサイト コード (既定値: ディレクトリ内のすべてのサイト)。
                  --state=DIR       状態ディレクトリ (既定値: マニフェストと同じ場所の .garrison)。

            例:
              garrison journal verify --expect 4f2a9c01d7be
            """);
  }
}
