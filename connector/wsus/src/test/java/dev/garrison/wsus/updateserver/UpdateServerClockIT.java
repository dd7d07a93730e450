package dev.garrison.wsus.updateserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.garrison.diagnostic.RefusalException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Date of an update server's answers leads to; the clock here stands at 21:00. */
final class UpdateServerClockIT {
  private static final UUID APPROVAL = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000f");

  private final SoapWire wire = new SoapWire();
  private final SoapUpdateServer service = wire.service();

  @AfterEach
  void close() {
    wire.close();
  }

  private static ResponseDefinitionBuilder role() {
    return SoapWire.result(
        "GetCurrentUserRole", "<GetCurrentUserRoleResult>2</GetCurrentUserRoleResult>");
  }

  @Test
  void noWriteIsSentToAServerWhoseClockIsWrong() {
    wire.answer(role().withHeader("Date", "Sun, 29 Nov 2026 21:00:00 GMT"));
    service.role();
    assertThat(service.clock().instant()).isEqualTo(Instant.parse("2026-11-29T21:00:00Z"));
    assertThatThrownBy(() -> service.removeApproval(APPROVAL, "Garrison"))
        .isExactlyInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The clock of %s showed 2026-11-29T21:00:00Z when the clock of this computer showed 2026-11-24T21:00:00Z"
                .formatted(wire.name()));
    assertThat(wire.requests()).isEqualTo(1);
  }

  @Test
  void theTimeOfWhatIsNoUpdateServerIsNotBelieved() {
    wire.answer(
        SoapWire.xml(404, "")
            .withHeader("Content-Type", "text/html")
            .withHeader("Date", "Sun, 29 Nov 2026 21:00:00 GMT"));
    assertThatThrownBy(service::role).isInstanceOf(UpdateServerException.class);
    assertThat(service.clock().isHeard()).isFalse();
  }
}
