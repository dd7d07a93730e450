package dev.garrison.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.json.Json;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLineLayoutTest {
  private static final Instant AT = Instant.parse("2026-11-24T21:00:05.042Z");
  private final JsonLineLayout layout = new JsonLineLayout(new Json());

  @Test
  void anEventIsALineWithWhatThereIsToSay() {
    assertThat(layout.doLayout(Events.event(AT, Level.INFO, "garrison.service", "It begins.")))
        .isEqualTo(
            "{\"at\":\"2026-11-24T21:00:05.042Z\",\"component\":\"service\",\"level\":\"info\",\"message\":\"It begins.\",\"thread\":\"worker-1\"}\n");
    LoggingEvent event = Events.event(AT, Level.ERROR, "garrison.run", "It failed.");
    Events.with(Events.with(Events.with(event, "job", "rollout"), "run", 12), "code", "GAR-0506");
    assertThat(layout.doLayout(event))
        .isEqualTo(
            "{\"at\":\"2026-11-24T21:00:05.042Z\",\"code\":\"GAR-0506\",\"component\":\"run\",\"job\":\"rollout\",\"level\":\"error\",\"message\":\"It failed.\",\"run\":12,\"thread\":\"worker-1\"}\n");
  }

  @Test
  void whatALibrarySaysHasTheRunOfItsThreadAndItsExceptionAsText() {
    LoggingEvent event =
        Events.event(
            AT, Level.WARN, "org.example.Library", "careful", new IllegalStateException("why"));
    event.setMDCPropertyMap(Map.of("run", "7", "job", "status"));
    JsonNode line = new Json().parse(layout.doLayout(event));
    assertThat(line.path("component").asText()).isEqualTo("org.example.Library");
    assertThat(line.path("job").asText()).isEqualTo("status");
    assertThat(line.path("run").asInt()).isEqualTo(7);
    assertThat(line.path("exception").asText())
        .startsWith("java.lang.IllegalStateException: why")
        .contains("\n\tat dev.garrison.log.JsonLineLayoutTest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\n{\"at\":\"forged\"}",
        "x\u2028y\u2029z\u0085",
        "x\u202etxt.exe\u0000\u001b[31m",
        "\"}\n{\"message\":\"forged\"}",
        "half \ud83d of a character, and a whole \ud83d\ude00"
      })
  void noMessageMakesALineOfItsOwnAndAllOfItIsKept(String hostile) {
    String line = layout.doLayout(Events.event(AT, Level.INFO, "garrison.api", hostile));
    assertThat(line).endsWith("}\n");
    assertThat(line.substring(0, line.length() - 1))
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
    assertThat(new Json().parse(line).path("message").asText()).isEqualTo(hostile);
  }
}
