package dev.garrison.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.login.Role;
import dev.garrison.server.api.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests of the client in docs/service.md, against the service. */
final class ClientExampleIT {
  private static final Pattern ADDRESS =
      Pattern.compile("http://127\\.0\\.0\\.1:8740(/[^\\s'\"]+)");

  private static List<String> requests() throws IOException {
    return Files.readAllLines(Path.of(System.getProperty("repository.root"), "docs/service.md"))
        .stream()
        .filter(line -> ADDRESS.matcher(line).find())
        .toList();
  }

  @Test
  void everyRequestOfTheExampleSucceeds(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(requests()).hasSize(5);
    try (ServedSite served = new ServedSite(folder)) {
      for (String request : requests()) {
        boolean post = request.contains("-X POST");
        Matcher address = ADDRESS.matcher(request);
        assertThat(address.find()).isTrue();
        Optional<String> token = Optional.of(served.token(post ? Role.OPERATOR : Role.VIEWER));
        assertThat(
                served
                    .ask(
                        post ? Route.Method.POST : Route.Method.GET,
                        address.group(1).replace("$after", ""),
                        token,
                        "")
                    .statusCode())
            .as(request)
            .isEqualTo(post ? 202 : 200);
      }
    }
  }
}
