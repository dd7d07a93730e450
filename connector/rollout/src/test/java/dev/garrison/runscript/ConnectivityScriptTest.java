package dev.garrison.runscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.garrison.clientscript.SiteScripts;
import dev.garrison.json.Json;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.reading.SmallManifest;
import dev.garrison.mecm.script.ScriptReport;
import dev.garrison.runscript.TestResult.Host;
import dev.garrison.runscript.TestResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which script the test runs, and what is made of an answer to it. */
final class ConnectivityScriptTest {
  private static final TestServer DIRECT = server("FS01", "direct");
  private static final TestServer PROXIED = server("WEB01", "proxied");

  private static TestServer server(String name, String ring) {
    return new TestServer(7, name, "LAB", ring, "onboarded", true);
  }

  private static List<Ring> rings() {
    return SmallManifest.ofRings(
            """
              - {name: direct, collections: [A], maxDevices: 5, deadline: "+3d 22:00", antivirus: active}
              - {name: proxied, collections: [B], maxDevices: 5, deadline: "+3d 22:00", antivirus: active,
                 proxy: {sensor: "p.example:8080"}}
            """)
        .rings();
  }

  private static ConnectivityScript test(String... hosts) {
    return new ConnectivityScript(
        SiteScripts::connectivityTest, () -> List.of(hosts), rings(), new Json());
  }

  private static TestResult read(String output) {
    return test("a.example")
        .result(
            DIRECT,
            9,
            new ScriptReport(
                1, OptionalLong.of(0), new Json().canonical(TextNode.valueOf(output))));
  }

  @Test
  void hostsAndProxyStandInTheScriptAndNothingElseOfItChanges() {
    TestScript script = test("a.example", "b.example").script(List.of(PROXIED));
    assertThat(ConnectivityScript.hosts(script)).containsExactly("a.example", "b.example");
    assertThat(ConnectivityScript.proxy(script)).contains("p.example:8080");
    assertThat(
            script
                .text()
                .replace("$Hosts = @('a.example', 'b.example')", "$Hosts = @()")
                .replace("$Proxy = 'p.example:8080'", "$Proxy = ''"))
        .isEqualTo(new String(SiteScripts.connectivityTest(), StandardCharsets.US_ASCII));
  }

  @Test
  void theAnswerIsShortenedUntilRunScriptsHandsItOnWhole() {
    String script = test("a.example").script(List.of(DIRECT)).text().replace("\r\n", "\n");
    assertThat(script)
        .contains("$LongestAnswer = 4000\n")
        .contains(
            "while ($longest -gt 0 -and (ConvertTo-Json -Compress -InputObject $line).Length -gt $LongestAnswer) {\n")
        .contains("$one['why'] = Get-Short -Text $one['why'] -Longest $longest\n")
        .containsOnlyOnce("Write-Output");
  }

  @Test
  void aRingWithoutAProxyIsTestedDirectly() {
    assertThat(ConnectivityScript.proxy(test("a.example").script(List.of(DIRECT)))).isEmpty();
  }

  @Test
  void serversOfTwoProxiesNeedTwoRuns() {
    assertThatThrownBy(() -> test("a.example").script(List.of(DIRECT, PROXIED)))
        .hasMessage(
            "These servers are in rings with different sensor proxies: none, p.example:8080. Run the test separately for the servers of each proxy, because the script contains only one. [SERVERS_OF_TWO_PROXIES GAR-1051]");
  }

  @Test
  void aPackageThatNamesNoHostIsRefused() {
    assertThatThrownBy(() -> test().script(List.of(DIRECT)))
        .hasMessage(
            "The onboarding package contains no host. Download the package again from the Microsoft Defender portal. To see the contents of this package, run \"garrison package inspect\". [NO_HOST_IN_PACKAGE GAR-1052]");
  }

  @Test
  void oneHostThatIsNotReachedIsNoSuccess() {
    TestResult result =
        read(
            "{\"code\":0,\"message\":\"directly\",\"hosts\":[{\"host\":\"a.example\",\"reached\":true,\"why\":\"certificate of X\"},{\"host\":\"b.example\",\"reached\":false,\"why\":\"no\\nanswer\"}]}");
    assertThat(result.outcome()).isEqualTo(Outcome.NOT_REACHED);
    assertThat(result.isWell()).isFalse();
    assertThat(result.words()).isEqualTo("1 of 2 hosts reached directly");
    assertThat(result.hosts())
        .containsExactly(
            new Host("a.example", true, "certificate of X"),
            new Host("b.example", false, "no answer"));
  }

  @Test
  void anAnswerWithoutHostsIsNoSuccess() {
    assertThat(read("{\"code\":0,\"message\":\"directly\",\"hosts\":[]}").outcome())
        .isEqualTo(Outcome.FAILED);
    TestResult left = read("{\"code\":20013,\"message\":\"restricted.\",\"hosts\":[]}");
    assertThat(left.outcome()).isEqualTo(Outcome.LEFT);
    assertThat(left.words()).isEqualTo("the test did not run (20013): restricted");
  }
}
