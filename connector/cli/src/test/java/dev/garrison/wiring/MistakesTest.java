package dev.garrison.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineDefaults;
import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.session.Operator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the command lines of the real commands, in both languages. */
final class MistakesTest {
  private final StringWriter err = new StringWriter();

  private String problem(String line, String language) {
    err.getBuffer().setLength(0);
    Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false);
    Commands commands =
        new Commands(
            console,
            Map.of(),
            Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC),
            _ -> {
              throw new AssertionError("nothing is waited for");
            },
            () -> new Operator("anna", "adm01", 1, "0.1.0"));
    int exit =
        CommandLineProgram.of(console, "0.1.0", CommandLineDefaults.none(), commands.all())
            .run(("--lang " + language + " " + line).split(" ", -1));
    assertThat(exit).as(err.toString()).isEqualTo(64);
    return err.toString().replaceAll("\\s+", " ").replaceFirst("(.*) \\[GAR-0702].*", "$1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rollout skip --reason x | \"garrison rollout skip\" requires RING. | 「garrison rollout skip」には RING が必要です。",
        "rollout skip pilot | \"garrison rollout skip\" requires --reason TEXT. | 「garrison rollout skip」には --reason TEXT が必要です。",
        "scripts sign --out x | \"garrison scripts sign\" requires one of these: --keystore FILE, --pkcs11 FILE. | 「garrison scripts sign」には次のいずれかが必要です: --keystore FILE、--pkcs11 FILE。",
        "plan --json --csv | These options can't be used together: --json, --csv. | 次のオプションは同時に指定できません: --json、--csv。",
        "plan --json=x | Option \"--json\" takes no value. | オプション「--json」に値は指定できません。",
        "journal show --site PS1 --site PS2 | Option \"--site\" can be used only once. | オプション「--site」は 1 回だけ指定できます。",
        "job counts --days x | Invalid value for \"--days\": \"x\" isn't a whole number. | 「--days」の値が無効です: 「x」は整数ではありません。",
        "lab --share x | Invalid value for \"--share\": \"x\" isn't in the form UNC=DIR. | 「--share」の値が無効です: 「x」は UNC=DIR の形式ではありません。",
        "job pause odd | Invalid value for \"NAME\": \"odd\" isn't one of sensor-update, rollout, package-refresh, drift, status, expiry, housekeeping. | 「NAME」の値が無効です: 「odd」は次のいずれでもありません: sensor-update、rollout、package-refresh、drift、status、expiry、housekeeping。",
        "plan --manifest | Option \"--manifest\" requires a value: FILE. | オプション「--manifest」には値が必要です: FILE。",
        "evidence --from x | Invalid value for \"--from\": \"x\" isn't a date, for example 2026-11-28. | 「--from」の値が無効です: 「x」は日付ではありません (例: 2026-11-28)。",
        "apply --wait x | Invalid value for \"--wait\": \"x\" isn't a duration, for example 30m, 2h, 3d, PT90M, or P3D. | 「--wait」の値が無効です: 「x」は期間ではありません (例: 30m、2h、3d、PT90M、P3D)。",
        "token create --output csv | Invalid value for \"--output\": This command has no CSV output. Use table or json. | 「--output」の値が無効です: このコマンドに CSV 出力はありません。table または json を使用してください。",
        "help odd | \"garrison\" has no command \"odd\". | 「garrison」に「odd」というコマンドはありません。",
        "rollout halt --reason x | Specify either one ring or --all. | 1 つのリングまたは --all のどちらか一方を指定してください。",
        "probe --reader x | The value \"x\" of --reader isn't a SID, for example S-1-5-21-1-2-3-1104. | --reader の値「x」は SID ではありません (例: S-1-5-21-1-2-3-1104)。",
        "probe --host x | --host requires --windows-selftest. | --host には --windows-selftest が必要です。",
        "adopt x | \"x\" isn't in the form KIND/NAME, for example \"collection/MDE pilot - 2016\". | 「x」は KIND/NAME の形式ではありません (例: collection/MDE pilot - 2016)。",
        "verify --live | --live requires --devices. | --live には --devices が必要です。",
        "catalog export --server a --server b --out c | Option \"--server\" can be used only once. | オプション「--server」は 1 回だけ指定できます。",
        "token create --role viewer --name A | \"A\" isn't a valid token name. Use up to 63 lowercase letters, digits, dots, hyphens, and underscores. | 「A」は有効なトークン名ではありません。小文字、数字、ドット、ハイフン、アンダースコアを 63 文字以内で使用してください。"
      })
  void aMistakeIsOneSentenceInTheLanguageOfItsReader(String line, String en, String ja) {
    assertThat(problem(line, "en")).isEqualTo("error: " + en);
    // A long Japanese sentence is broken between phrases, where a blank stands in its place here.
    assertThat(problem(line, "ja").replace(" ", "")).isEqualTo(("エラー: " + ja).replace(" ", ""));
  }
}
