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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard for Grafana, against what the service exports. */
final class DashboardIT {
  private static final Pattern METRIC = Pattern.compile("\\b(?:garrison|jvm)_[a-z_]+");

  private static JsonNode dashboard() throws IOException {
    Path file =
        Path.of(System.getProperty("repository.root"), "config", "grafana", "garrison.json");
    return new ObjectMapper().readTree(Files.readString(file));
  }

  private static Set<String> used() throws IOException {
    Set<String> used = new TreeSet<>();
    dashboard()
        .findValuesAsText("expr")
        .forEach(expression ->
            METRIC.matcher(expression).results().forEach(found -> used.add(found.group())));
    return used;
  }

  @Test
  void everyMetricOfItsExpressionsIsExported(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (ServedSite served = new ServedSite(folder)) {
      Optional<String> token = Optional.of(served.token(Role.VIEWER));
      served.ask(Route.Method.GET, "/metrics", token, "");
      Set<String> exported =
          served
              .ask(Route.Method.GET, "/metrics", token, "")
              .body()
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("[{ ]", -1)[0])
              .collect(Collectors.toSet());
      assertThat(exported).containsAll(used());
      assertThat(used()).contains("garrison_servers", "garrison_ring_state");
    }
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
