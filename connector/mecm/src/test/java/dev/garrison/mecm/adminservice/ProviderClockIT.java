package dev.garrison.mecm.adminservice;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.garrison.connection.Authentication;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.site.SiteReader;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the Date of a provider's answers leads to; the clock here stands at 21:00. */
@Tag("first")
final class ProviderClockIT {
  private static final ODataQuery SITES = ODataQuery.of("SMS_Site");
  private static final String RIGHT = "Tue, 24 Nov 2026 21:00:00 GMT";
  private static final String WRONG = "Thu, 19 Nov 2026 21:00:00 GMT";

  private final Wire first = new Wire();
  private final Wire second = new Wire();
  private final HttpAdminService service =
      first.service(
          new Authentication.Anonymous(), Wire.PATIENT, first.address(), second.address());

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  private static void answer(Wire wire, ResponseDefinitionBuilder answer) {
    wire.server.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static int requests(Wire wire) {
    return wire.server.getAllServeEvents().size();
  }

  private void put() {
    service.put("SMS_Site", ObjectKey.of("A"), first.object("{}"));
  }

  @Test
  void noWriteIsSentToAProviderWhoseClockIsWrong() {
    answer(first, Wire.ok(Wire.rows()).withHeader("Date", WRONG));
    service.list(SITES);
    assertThatThrownBy(this::put)
        .isExactlyInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The clock of %s showed 2026-11-19T21:00:00Z when the clock of this computer showed 2026-11-24T21:00:00Z"
                .formatted(first.address().getAuthority()));
    service.list(SITES);
    assertThat(requests(first)).as("two lists").isEqualTo(2);
    assertThat(requests(second)).isZero();
  }

  @Test
  void aClockThatWasSetRightIsWrittenToAgain() {
    answer(first, Wire.ok(Wire.rows()).withHeader("Date", WRONG));
    service.list(SITES);
    answer(first, Wire.ok(Wire.rows()).withHeader("Date", RIGHT));
    service.list(SITES);
    put();
    assertThat(requests(first)).isEqualTo(3);
  }

  @Test
  void theTimeOfWhatIsNoAdministrationServiceIsNotBelieved() {
    answer(
        first,
        Wire.ok("<html/>").withHeader("Content-Type", "text/html").withHeader("Date", WRONG));
    assertThatThrownBy(() -> service.list(SITES)).isInstanceOf(AdminServiceException.class);
    answer(first, Wire.ok(Wire.rows()));
    service.list(SITES);
    assertThat(service.clock().reading()).isEmpty();
  }

  @Test
  void theTimeIsAskedForWhereNothingWasAskedYetAndOnlyThen() {
    answer(first, Wire.ok(Wire.rows()).withHeader("Date", WRONG));
    SiteReader site = new SiteReader(service);
    assertThat(site.clock().instant()).isEqualTo(Instant.parse("2026-11-19T21:00:01Z"));
    assertThat(site.clock().objection()).isPresent();
    assertThat(requests(first)).isEqualTo(1);
  }

  @Test
  void anAnswerWithoutDateIsWrittenTo() {
    answer(first, Wire.ok(Wire.rows()));
    service.list(SITES);
    put();
    assertThat(service.clock().remark()).isPresent();
    assertThat(requests(first)).isEqualTo(2);
  }
}
