package dev.garrison.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.output.Console;
import dev.garrison.cli.output.RowOptions;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.resource.EngineCode;
import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.probe.outcome.Outcome;
import dev.garrison.probe.outcome.ProbeLine;
import dev.garrison.probe.outcome.ProbeResult;
import dev.garrison.probe.outcome.ProbeSection;
import dev.garrison.probe.outcome.SiteNames;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class ProbeOutputTest {
  private static final Instant TIME = Instant.parse("2026-11-28T13:00:00Z");

  private static ProbeResult result() {
    return new ProbeResult(
        "contoso-prod",
        "PS1",
        TIME,
        List.of(
            new ProbeSection(
                "AdminService",
                "https://cm01.contoso.example/AdminService",
                List.of(
                    new ProbeLine("site", "site", new Outcome.Passed(Text.verbatim("PS1"))),
                    new ProbeLine(
                        "rights",
                        "rights",
                        Outcome.of(
                            Text.of("site-rights.not-reported"),
                            List.of(
                                Diagnostic.error(
                                    EngineCode.OBJECT_NOT_OURS,
                                    Message.of(
                                        "ring-name.unknown",
                                        "ring",
                                        "pilto",
                                        "rings",
                                        List.of("pilot")))))),
                    new ProbeLine(
                        "deployments",
                        "deployments",
                        new Outcome.Skipped(Text.of("site-answers.no-deployments")))))),
        new SiteNames());
  }

  @Test
  void theScreenIsInJapanese() {
    StringWriter text = new StringWriter();
    Console console = new Console(new PrintWriter(text), new PrintWriter(text), false);
    ProbeOutput output =
        new ProbeOutput(console, Clock.fixed(TIME, ZoneId.of("Asia/Tokyo")), "1.0");
    int exit =
        Language.JAPANESE.during(
            () -> output.of(ProbeOutputTest::result, new RowOptions(), Optional.empty()));
    console.out().flush();
    assertThat(exit).isEqualTo(1);
    assertThat(text.toString().replace("\r\n", "\n"))
        .isEqualTo(
            """
            contoso-prod、サイト PS1、2026-11-28 22:00 JST

              管理サービス   https://cm01.contoso.example/AdminService
                成功  サイト           PS1
                失敗  アクセス許可     このサイトは報告しません
                                       マニフェストにリング「pilto」がありません。 [GAR-0501]
                                       次のリングのいずれかを指定してください: pilot。
                -     展開             未確認: 確認できるアプリケーションの展開がないため

              問題 1 件、未確認 1 件。変更は行われていません。
            """);
  }

  @Test
  void eachCheckIsARow() {
    StringWriter text = new StringWriter();
    Console console = new Console(new PrintWriter(text), new PrintWriter(text), false);
    Checked command = new Checked(new ProbeOutput(console, Clock.systemUTC(), "1.0"));
    assertThat(new CommandLineProgram(console, "1.0", List.of(command)).run("checked", "--csv"))
        .isEqualTo(1);
    assertThat(text.toString().lines())
        .containsExactly(
            "section,subject,check,result,text,code,problem,remedy",
            "AdminService,https://cm01.contoso.example/AdminService,site,ok,PS1,,,",
            "AdminService,https://cm01.contoso.example/AdminService,rights,failed,not reported by"
                + " this site,GAR-0501,\"The manifest has no ring \"\"pilto\"\".\",Specify one of"
                + " these rings: pilot.",
            "AdminService,https://cm01.contoso.example/AdminService,deployments,skipped,the site"
                + " has no application deployment to check,,,");
  }

  @Command(name = "checked")
  private static final class Checked implements Callable<Integer> {
    private final ProbeOutput output;

    @Mixin private RowOptions answer;

    Checked(ProbeOutput output) {
      this.output = output;
    }

    @Override
    public Integer call() {
      return output.of(ProbeOutputTest::result, answer, Optional.empty());
    }
  }
}
