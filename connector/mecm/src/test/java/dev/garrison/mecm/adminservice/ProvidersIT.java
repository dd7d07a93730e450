package dev.garrison.mecm.adminservice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.json.Json;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.servers.OwnPorts;
import dev.garrison.xml.HardenedXml;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A site with several SMS Providers. */
@Tag("first")
final class ProvidersIT {
  private static final ODataQuery SITES = ODataQuery.of("SMS_Site");
  private static final Authentication ANONYMOUS = new Authentication.Anonymous();

  private final Wire first = new Wire();
  private final Wire second = new Wire();

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  private AdminService service(URI... providers) {
    return first.service(ANONYMOUS, Wire.PATIENT, providers);
  }

  private static URI nobody() {
    return URI.create("http://localhost:" + OwnPorts.take() + "/AdminService");
  }

  private static int requests(Wire wire) {
    return wire.server.getAllServeEvents().size();
  }

  private static void answers(Wire wire) {
    wire.server.stubFor(get(Wire.SITE).willReturn(Wire.ok(Wire.rows(Wire.row(1)))));
    wire.server.stubFor(post(Wire.SITE).willReturn(Wire.answer(201, "{}")));
  }

  @Test
  void aReadGoesOnToTheNextProvider() {
    answers(second);
    assertThat(service(nobody(), second.address()).list(SITES)).hasSize(1);
    assertThat(first.pauses).isEmpty();
  }

  @Test
  void readsStayWithTheProviderThatAnswered() {
    first.server.stubFor(any(anyUrl()).willReturn(Wire.error(503, "Busy")));
    answers(second);
    AdminService service = service(first.address(), second.address());
    service.list(SITES);
    service.list(SITES);
    assertThat(requests(first)).isEqualTo(1);
    assertThat(requests(second)).isEqualTo(2);
  }

  @Test
  void theFirstWriteGoesToAProviderThatCanBeReached() {
    answers(second);
    service(nobody(), second.address()).create("SMS_Site", second.object("{}"));
    assertThat(requests(second)).isEqualTo(1);
  }

  @Test
  void writesStayWithTheProviderThatAnsweredFirst() {
    answers(first);
    answers(second);
    AdminService service = service(first.address(), second.address());
    service.list(SITES);
    first.server.stop();
    assertThat(service.list(SITES)).hasSize(1);
    AdminServiceException failure =
        catchThrowableOfType(
            AdminServiceException.class, () -> service.create("SMS_Site", second.object("{}")));
    assertThat(failure.kind()).isIn(FailureKind.UNAVAILABLE, FailureKind.LOST_ANSWER);
    assertThat(requests(second)).isEqualTo(1);
  }

  @Test
  void aWriteThatMayHaveTakenEffectIsNotSentToTheNextProvider() {
    first.server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    answers(second);
    AdminService service = service(first.address(), second.address());
    assertThatThrownBy(() -> service.create("SMS_Site", second.object("{}")))
        .hasMessageContaining("didn't confirm a change that was sent");
    assertThat(requests(second)).isZero();
  }

  @Test
  void nobodyThereIsSaid() {
    URI nobody = nobody();
    assertThatThrownBy(() -> service(nobody).list(SITES))
        .hasMessage(
            "The administration service on "
                + nobody.getAuthority()
                + " can't be reached: GET wmi/SMS_Site (the connection was refused). Check the address in \"site.providers\" and the network, and make sure that the component SMS_REST_PROVIDER runs on the server. [UNAVAILABLE GAR-0206]");
  }

  @Test
  void anInterruptionEndsTheWaiting() {
    first.server.stubFor(any(anyUrl()).willReturn(Wire.error(503, "Busy")));
    try (HttpAdminService service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(first.address()), new ConnectionPolicy(ANONYMOUS, false, Timeouts.DEFAULT)),
            new Json(),
            new HardenedXml(),
            new Tempo(
                Clock.systemUTC(),
                _ -> {
                  throw new InterruptedException();
                },
                () -> 0.5))) {
      assertThatThrownBy(() -> service.list(SITES)).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void everyAddressIsChecked() {
    assertThatThrownBy(
            () -> service(URI.create("http://a.example/x"), URI.create("ftp://b.example/x")))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("PLAIN_HTTP_REFUSED")
        .hasMessageContaining("SERVER_ADDRESS_INVALID");
  }

  @Test
  void aSiteWithoutProvidersIsRefused() {
    assertThatThrownBy(this::service)
        .hasMessage(
            "No SMS Provider is configured. Add at least one address to \"site.providers\", for example https://cm01.contoso.example/AdminService. [PROVIDERS_MISSING GAR-0211]");
  }
}
