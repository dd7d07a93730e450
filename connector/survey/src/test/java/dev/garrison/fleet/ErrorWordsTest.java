package dev.garrison.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.RecordedText;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ErrorWordsTest {
  private static final Path SCRIPTS =
      Path.of(System.getProperty("repository.root"), "mecm-scripts/src/main/powershell/client");
  private static final Pattern LEAVE = Pattern.compile("(?m)^ +[A-Z]\\w+ += (20\\d{3})$");

  private final ErrorWords words = new ErrorWords();

  @Test
  void everyCodeOfOurScriptsIsKnownAndNoOther() throws IOException {
    Set<Long> left = new TreeSet<>();
    Matcher codes = LEAVE.matcher(Files.readString(SCRIPTS.resolve("ScriptLog.ps1")));
    while (codes.find()) {
      left.add(Long.parseLong(codes.group(1)));
    }
    assertThat(left).hasSizeGreaterThan(18);
    assertThat(
            words.codes().stream()
                .filter(code -> code >= 20000 && code < 30000)
                .collect(Collectors.toSet()))
        .isEqualTo(left);
  }

  @Test
  void aKnownCodeIsSaidWithItsNumberAndWhoGaveIt() {
    assertThat(words.words(16)).isEqualTo("16 (install.ps1: md4ws.msi is missing)");
    assertThat(words.words(0x87D00324L))
        .isEqualTo("0x87D00324 (the client: installed, and not detected after it)");
  }

  @Test
  void thatItWasNotDetectedIsBlamedOnOthersThanTheNetworkToo() {
    assertThat(words.of(0x87D00324L).orElseThrow().fix())
        .hasToString(
            "Wait for the next evaluation. If the error occurs again, check whether Group Policy or another tool changes the values that the script set, and exclude the server from that. If nothing does, check the proxy server and the firewall.");
  }

  @Test
  void theFixOfAnEarlierVersionIsShownInJapaneseAsTheOneOfToday() {
    assertThat(
            Language.JAPANESE.during(() ->
                RecordedText.shown(
                    "Wait for the next evaluation: the sensor did not report the tenant in time. If the error occurs again, check the proxy server and the firewall.")))
        .isEqualTo(
            "次回の評価を待ってください。エラーが再発する場合は、スクリプトで設定した値がグループ ポリシーまたはほかのツールによって変更されていないかどうかを確認し、変更されている場合はサーバーをその対象から除外してください。それ以外の場合は、プロキシ サーバーとファイアウォールを確認してください。");
  }

  @Test
  void aFailureIsShownInJapaneseWithItsMeaning() {
    String why =
        Text.of(
                "server-state.error",
                "state",
                Text.of("enforcement.failed"),
                "error",
                words.words(1603))
            .toString();
    assertThat(Language.JAPANESE.during(() -> RecordedText.shown(why)))
        .isEqualTo("展開に失敗しました (エラー 1603 (Windows インストーラー: インストール中に致命的なエラーが発生しました))");
  }

  @Test
  void everyMeaningIsShownInJapaneseAndKeepsItsNumber() {
    for (long code : words.codes()) {
      Message entry = words.of(code).orElseThrow();
      String meaning = entry.problem().toString();
      assertThat(Language.JAPANESE.during(() -> RecordedText.shown(meaning)))
          .startsWith(meaning.substring(0, meaning.indexOf(' ')))
          .isEqualTo(entry.problem().in(Language.JAPANESE));
    }
  }

  @Test
  void anUnknownCodeKeepsItsNumber() {
    assertThat(words.words(777)).isEqualTo("unknown(777)");
    assertThat(words.words(0x80070005L)).isEqualTo("unknown(0x80070005)");
  }

  @Test
  void everyEntryIsASentenceForPeople() {
    for (long code : words.codes()) {
      Message entry = words.of(code).orElseThrow();
      assertThat(entry.problem().toString())
          .as("%d", code)
          .matches("\\w+ \\((PowerShell or )?[A-Za-z'. ]+1?: .*\\w\\)");
      assertThat(entry.fix().toString()).as("%d", code).matches("[A-Z0-9].*\\.");
    }
  }
}
