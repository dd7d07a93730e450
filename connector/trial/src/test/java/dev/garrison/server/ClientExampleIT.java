package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.login.Role;
import dev.garrison.windows.WineComputer;
import dev.garrison.windows.WineComputer.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients of the HTTP API in docs/service.md, run against the service as they are. */
final class ClientExampleIT {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```(sh|python|powershell)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir private static Path folder;
  private static ServedSite served;

  /** An example of the page. */
  private record Example(String language, String text) {
    /** The example for the service of this test. */
    String here() {
      return text.replace("127.0.0.1:8740", "127.0.0.1:" + served.port());
    }
  }

  @BeforeAll
  static void start() throws InterruptedException {
    served = new ServedSite(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static List<Example> examples(String page) throws IOException {
    String text =
        Files.readString(Path.of(System.getProperty("repository.root"), "docs").resolve(page));
    return BLOCK
        .matcher(text)
        .results()
        .map(block -> new Example(block.group(1), block.group(2)))
        .filter(example -> example.text().contains("127.0.0.1:8740"))
        .toList();
  }

  private static List<Example> examplesIn(String language) throws IOException {
    return examples("service.md").stream()
        .filter(example -> example.language().equals(language))
        .toList();
  }

  private static List<String> lines(Role role, List<String> command)
      throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of(command.getFirst())),
        "NOT TESTED: " + command.getFirst() + " is not installed.");
    Path errors = folder.resolve("errors");
    ProcessBuilder client =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    client.environment().put("TOKEN", served.token(role));
    // curl reads its options from there.
    client.environment().put("CURL_HOME", folder.toString());
    Files.writeString(folder.resolve(".curlrc"), "fail\nsilent\nshow-error\nwrite-out = \"\\n\"\n");
    Process running = client.start();
    String answer = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(Files.readString(errors)).isZero();
    return answer.lines().filter(line -> !line.isBlank()).toList();
  }

  private static List<String> lines(Role role, Example shell)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "NOT TESTED: curl is not installed.");
    String begins = "set -e\ngarrison() { :; }\n";
    return lines(role, List.of("/bin/sh", "-c", begins + shell.here()));
  }

  private static List<String> servers() {
    List<String> lines = new ArrayList<>();
    for (JsonNode server : served.read("/servers").path("servers")) {
      lines.add(
          Stream.of("name", "ring", "state")
              .map(part -> server.path(part).asText())
              .reduce((first, next) -> first + " " + next)
              .orElseThrow());
    }
    assertThat(lines).isNotEmpty();
    return lines;
  }

  @Test
  void theLinesForAShellRead() throws IOException, InterruptedException {
    List<String> answers = lines(Role.VIEWER, examplesIn("sh").getFirst());
    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst()).isEqualTo(served.read("/status").toString());
    assertThat(folder.resolve("openapi.json")).content().startsWith("{");
  }

  @Test
  void theLastLineForAShellStartsAJob() throws IOException, InterruptedException {
    List<Example> examples = examplesIn("sh");
    assertThat(examples).hasSize(2);
    assertThat(lines(Role.OPERATOR, examples.getLast()).getFirst()).contains("\"status\"");
  }

  @Test
  void aClientMadeFromTheDocumentReadsEveryServer() throws IOException, InterruptedException {
    List<Example> examples = examplesIn("python");
    assertThat(examples).hasSize(1);
    Path file = Files.writeString(folder.resolve("client.py"), examples.getFirst().here());
    assertThat(lines(Role.VIEWER, List.of("/usr/bin/python3", file.toString())))
        .isEqualTo(servers());
  }

  @Test
  void theClientReadsPageByPage() throws IOException, InterruptedException {
    String text = examplesIn("python").getFirst().here().replace("limit=500", "limit=2");
    Path file = Files.writeString(folder.resolve("pages.py"), text);
    assertThat(lines(Role.VIEWER, List.of("/usr/bin/python3", file.toString())))
        .isEqualTo(servers());
  }

  @Test
  @Tag("windows")
  void theLoopForPowerShellReadsEveryServer() throws IOException, InterruptedException {
    List<Example> examples = examplesIn("powershell");
    assertThat(examples).hasSize(1);
    String text = examples.getFirst().here().replace("limit=500", "limit=2");
    Path script = Files.writeString(folder.resolve("client.ps1"), text);
    Ended ended =
        WineComputer.shared().powershell(Map.of("TOKEN", served.token(Role.VIEWER)), script);
    assertThat(ended.exit()).as(ended.text()).isZero();
    assertThat(ended.text())
        .contains(servers().stream().map(line -> line.split(" ", 2)[0]).toList());
  }

  @Test
  void theJapanesePageHasTheSameExamples() throws IOException {
    assertThat(examples("service.ja.md")).isEqualTo(examples("service.md")).hasSize(4);
  }
}
