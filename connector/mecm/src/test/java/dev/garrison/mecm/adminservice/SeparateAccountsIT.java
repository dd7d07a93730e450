package dev.garrison.mecm.adminservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.json.Json;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.secret.Secret;
import dev.garrison.xml.HardenedXml;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sends which request on which connection, where one account reads and another writes. */
@Tag("first")
final class SeparateAccountsIT {
  private static final String CLASS = "SMS_Collection";
  private static final ObjectKey KEY = ObjectKey.of("PS100016");

  /** A request as it arrived. */
  private record Seen(String request, String user, int connection) {}

  private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Json json = new Json();
  private volatile int status = 200;
  private int asked;
  private HttpServer server;
  private HttpAdminService service;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
    service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(
                    URI.create(
                        "http://localhost:" + server.getAddress().getPort() + "/AdminService")),
                policy("reader"),
                Optional.of(this::writer)),
            json,
            new HardenedXml(),
            new Tempo(Clock.systemUTC(), _ -> {}, () -> 0.5));
  }

  @AfterEach
  void stop() {
    service.close();
    server.stop(0);
    workers.close();
  }

  private static ConnectionPolicy policy(String user) {
    return new ConnectionPolicy(
        new Authentication.Basic(user, () -> new Secret("secret".toCharArray())),
        false,
        Wire.PATIENT);
  }

  private ConnectionPolicy writer() {
    asked++;
    return policy("writer");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String authorization =
          exchange.getRequestHeaders().getFirst("Authorization").replace("Basic ", "");
      seen.add(
          new Seen(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI().toString().replace("/AdminService/wmi/", ""),
              new String(Base64.getDecoder().decode(authorization), StandardCharsets.UTF_8)
                  .replace(":secret", ""),
              exchange.getRemoteAddress().getPort()));
      String body =
          status == 200
              ? "{\"value\":[]}"
              : "{\"error\":{\"code\":\"" + status + "\",\"message\":\"no\"}}";
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private List<String> requestsOf(String user) {
    return seen.stream().filter(one -> one.user().equals(user)).map(Seen::request).toList();
  }

  private List<Integer> connectionsOf(String user) {
    return seen.stream()
        .filter(one -> one.user().equals(user))
        .map(Seen::connection)
        .distinct()
        .toList();
  }

  @Test
  void changesGoUnderTheOneAccountAndEverythingElseUnderTheOther() {
    service.list(ODataQuery.of(CLASS));
    service.create(CLASS, json.object());
    service.get(CLASS, KEY);
    service.put(CLASS, KEY, json.object());
    service.post(CLASS, KEY, json.object());
    service.readStatic("SMS_Identification", "GetSiteID");
    service.invoke(CLASS, KEY, "RequestRefresh", json.object());
    service.invokeStatic("SMS_ObjectContainerItem", "MoveMembers", json.object());
    service.delete(CLASS, KEY);
    service.list(ODataQuery.of(CLASS));
    assertThat(requestsOf("reader"))
        .containsExactly(
            "GET SMS_Collection",
            "GET SMS_Collection('PS100016')",
            "GET SMS_Identification.GetSiteID",
            "GET SMS_Collection");
    assertThat(requestsOf("writer"))
        .containsExactly(
            "POST SMS_Collection",
            "PUT SMS_Collection('PS100016')",
            "POST SMS_Collection('PS100016')",
            "POST SMS_Collection('PS100016')/AdminService.RequestRefresh",
            "POST SMS_ObjectContainerItem.MoveMembers",
            "DELETE SMS_Collection('PS100016')");
  }

  @Test
  void clientsAreAskedUnderTheOneAccountAndRunScriptsUnderTheOther() {
    ObjectKey device = ObjectKey.of(16777219);
    service.ask("Device", device, "RunCMPivot", json.object());
    service.act("Device", device, "RunScript", json.object());
    assertThat(requestsOf("reader"))
        .containsExactly("POST /AdminService/v1.0/Device(16777219)/AdminService.RunCMPivot");
    assertThat(requestsOf("writer"))
        .containsExactly("POST /AdminService/v1.0/Device(16777219)/AdminService.RunScript");
  }

  @Test
  void theAccountsNeverShareAConnection() {
    for (int i = 0; i < 5; i++) {
      service.list(ODataQuery.of(CLASS));
      service.put(CLASS, KEY, json.object());
    }
    assertThat(connectionsOf("reader")).hasSize(1);
    assertThat(connectionsOf("writer"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(connectionsOf("reader"));
  }

  @Test
  void theOtherAccountIsLookedUpOnceWhenTheFirstChangeIsDue() {
    service.list(ODataQuery.of(CLASS));
    service.get(CLASS, KEY);
    assertThat(asked).isZero();
    service.put(CLASS, KEY, json.object());
    service.delete(CLASS, KEY);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void onlyTheWriterCanSayWhoItIs() {
    service.readStaticAsWriter("SMS_Identification", "GetCurrentUser");
    assertThat(requestsOf("writer")).containsExactly("GET SMS_Identification.GetCurrentUser");
  }

  @Test
  void bothCountForTheSameServer() {
    service.list(ODataQuery.of(CLASS));
    service.put(CLASS, KEY, json.object());
    assertThat(service.counts().getFirst().requests()).isEqualTo(2);
  }

  @Test
  void aRefusedSignInNamesThePlaceOfItsAccount() {
    status = 401;
    AdminServiceException read =
        catchThrowableOfType(AdminServiceException.class, () -> service.list(ODataQuery.of(CLASS)));
    AdminServiceException write =
        catchThrowableOfType(AdminServiceException.class, () -> service.delete(CLASS, KEY));
    assertThat(read)
        .hasMessageEndingWith(
            "Check \"site.user\" and \"site.password\", and make sure that the account isn't locked. [UNAUTHORIZED GAR-0203]");
    assertThat(write)
        .hasMessageEndingWith(
            "Check \"site.write.user\" and \"site.write.password\", and make sure that the account isn't locked. [UNAUTHORIZED GAR-0203]");
  }
}
