package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.garrison.login.Role;
import dev.garrison.server.api.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard for Grafana, against what the service exports. */
final class DashboardIT {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
  private static final Path SCHEMA = ROOT.resolve("connector/fixtures/src/main/grafana");
  private static final Pattern METRIC = Pattern.compile("\\b(?:garrison|jvm)_[a-z_]+");
  private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+(?:\\{.*})?) (\\S+)$");

  /** Panels of what does not happen to a site that is well. */
  private static final List<String> OF_TROUBLE = List.of("garrison_server_breaker");

  @TempDir private Path folder;

  private static String text() throws IOException {
    return Files.readString(ROOT.resolve("config/grafana/garrison.json"));
  }

  private static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(text());
  }

  private static List<String> expressions() throws IOException {
    return dashboard().findValuesAsText("expr");
  }

  private static Set<String> used() throws IOException {
    Set<String> used = new TreeSet<>();
    expressions()
        .forEach(expression ->
            METRIC.matcher(expression).results().forEach(found -> used.add(found.group())));
    return used;
  }

  /** What a monitoring server reads. */
  private String exported() throws InterruptedException {
    try (ServedSite served = new ServedSite(folder)) {
      Optional<String> token = Optional.of(served.token(Role.VIEWER));
      served.ask(Route.Method.GET, "/metrics", token, "");
      return served.ask(Route.Method.GET, "/metrics", token, "").body();
    }
  }

  private static void require(String tool, Path path) {
    Assumptions.assumeTrue(
        Files.exists(path), "NOT TESTED: " + tool + " is absent (./check --install brings it).");
  }

  private record Checked(int exit, String said) {}

  private Checked run(Path in, String... command) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    int exit = process.waitFor();
    return new Checked(exit, Files.readString(said));
  }

  @Test
  void everyMetricOfItsExpressionsIsExported() throws IOException, InterruptedException {
    Set<String> exported =
        SAMPLE
            .matcher(exported())
            .results()
            .map(sample -> sample.group(1).split("\\{", -1)[0])
            .collect(Collectors.toSet());
    assertThat(exported).containsAll(used());
    assertThat(used()).contains("garrison_servers", "garrison_ring_state");
  }

  @Test
  void prometheusFindsNoFaultWithWhatIsExported() throws IOException, InterruptedException {
    require("promtool", PROMTOOL);
    Path metrics = Files.writeString(folder.resolve("metrics.txt"), exported());
    assertThat(run(metrics, PROMTOOL.toString(), "check", "metrics")).isEqualTo(new Checked(0, ""));
  }

  @Test
  void everyExpressionHasDataInWhatIsExported() throws IOException, InterruptedException {
    require("promtool", PROMTOOL);
    List<String> series =
        SAMPLE
            .matcher(exported())
            .results()
            .map(sample ->
                "  - {series: %s, values: %s}"
                    .formatted(quoted(sample.group(1)), quoted(sample.group(2) + "+0x90")))
            .toList();
    List<String> tests =
        expressions().stream()
            .filter(expression -> OF_TROUBLE.stream().noneMatch(expression::contains))
            .map(expression ->
                "  - {expr: %s, eval_time: 90m, exp_samples: [{labels: '{}', value: 1}]}"
                    .formatted(quoted("count(" + expression + ") > bool 0")))
            .toList();
    Path rules =
        Files.writeString(
            folder.resolve("tests.yaml"),
            "tests:\n- interval: 1m\n  input_series:\n%s\n  promql_expr_test:\n%s\n"
                .formatted(String.join("\n", series), String.join("\n", tests)));
    assertThat(run(rules, PROMTOOL.toString(), "test", "rules", rules.toString()))
        .isEqualTo(new Checked(0, "Unit Testing:  " + rules + "\n  SUCCESS\n\n"));
    assertThat(tests).hasSizeGreaterThan(15);
  }

  /** As YAML has a text that stands for itself. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Test
  void itIsADashboardByGrafanasOwnTypes() throws IOException, InterruptedException {
    Path compiler = SCHEMA.resolve("node_modules/typescript/bin/tsc");
    require("TypeScript", compiler);
    Path file =
        Files.writeString(
            folder.resolve("check.ts"),
            "import type { DashboardInJson } from '%s';\nexport const dashboard: DashboardInJson = %s;\n"
                .formatted(SCHEMA.resolve("dashboard.ts"), text()));
    assertThat(
            run(
                file,
                "node",
                compiler.toString(),
                "--noEmit",
                "--strict",
                "--skipLibCheck",
                "--allowImportingTsExtensions",
                "--module",
                "nodenext",
                file.toString()))
        .isEqualTo(new Checked(0, ""));
  }

  @Test
  void everyPanelHasAnIdOfItsOwnAndTheChosenDataSource() throws IOException {
    List<Integer> ids = new ArrayList<>();
    for (JsonNode panel : dashboard().path("panels")) {
      ids.add(panel.path("id").asInt());
      assertThat(panel.findValuesAsText("uid")).isNotEmpty().containsOnly("${datasource}");
    }
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates().doesNotContain(0);
  }
}
