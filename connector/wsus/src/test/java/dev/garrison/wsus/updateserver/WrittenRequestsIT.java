package dev.garrison.wsus.updateserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.wsus.model.Subscription;
import dev.garrison.wsus.soap.Contract;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Writes one envelope for each request that Garrison can produce to {@code target/wsus-requests},
 * so that anybody can validate them against the WSDL of a server.
 */
@Tag("first")
final class WrittenRequestsIT {
  private static final Path FOLDER =
      Path.of(System.getProperty("repository.root"), "connector/wsus/target/wsus-requests");
  private static final UUID ID = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000f");
  private static final UpdateIdentity UPDATE = new UpdateIdentity(ID, 200);
  private static final Instant TIME = Instant.parse("2026-11-24T21:00:00.123Z");
  private static final String ADMIN = "CONTOSO\\svc-garrison";

  private final SoapWire wire = new SoapWire();

  @AfterEach
  void close() {
    wire.close();
  }

  /** Every method of the port that asks something, by the name of its file. */
  private static Map<String, Consumer<UpdateServer>> requests() {
    Map<String, Consumer<UpdateServer>> requests = new LinkedHashMap<>();
    requests.put("version", UpdateServer::version);
    requests.put("protocolVersion", UpdateServer::protocolVersion);
    requests.put("role", UpdateServer::role);
    requests.put("configuration", UpdateServer::configuration);
    requests.put("componentsWithErrors", UpdateServer::componentsWithErrors);
    requests.put("failedDownloads", UpdateServer::failedDownloads);
    requests.put("downstreamServers", server -> server.downstreamServers(ID));
    requests.put("subscription", UpdateServer::subscription);
    requests.put("subscribed-products", server -> server.subscribed(false));
    requests.put("subscribed-classifications", server -> server.subscribed(true));
    requests.put("subscribedIds", server -> server.subscribedIds(false));
    requests.put("categories-products", server -> server.categories(false));
    requests.put("categories-classifications", server -> server.categories(true));
    requests.put("syncState", UpdateServer::syncState);
    requests.put("syncProgress", UpdateServer::syncProgress);
    requests.put("syncEndings", server -> server.syncEndings(TIME));
    requests.put("count-all", server -> server.count(UpdateScope.ALL));
    requests.put("count-declined", server -> server.count(UpdateScope.DECLINED));
    requests.put("count-expired", server -> server.count(UpdateScope.EXPIRED));
    requests.put("count-product", server -> server.count(UpdateScope.of(ID)));
    requests.put("search-all", server -> server.search(UpdateScope.ALL));
    requests.put("search-product", server -> server.search(UpdateScope.of(ID)));
    requests.put("search-text", server -> server.search("5005292"));
    requests.put("revision", server -> server.revision(UPDATE));
    requests.put("superseding", server -> server.superseding(UPDATE));
    requests.put("groups", UpdateServer::groups);
    requests.put("rules", UpdateServer::rules);
    requests.put("approvals-product", server -> server.approvals(UpdateScope.of(ID)));
    requests.put("approvals-update", server -> server.approvals(UPDATE));
    requests.put("counts", server -> server.counts(ID));
    requests.put("states", server -> server.states(ID, ID));
    requests.put("memberships", server -> server.memberships(ID));
    requests.put("approve", server -> server.approve(UPDATE, ID, Optional.empty(), ADMIN));
    requests.put(
        "approve-deadline", server -> server.approve(UPDATE, ID, Optional.of(TIME), ADMIN));
    requests.put("removeApproval", server -> server.removeApproval(ID, ADMIN));
    requests.put("decline", server -> server.decline(ID, ADMIN));
    requests.put("acceptLicense", server -> server.acceptLicense(ID, UPDATE, ADMIN));
    requests.put(
        "subscribe",
        server ->
            server.subscribe(
                new Subscription(
                    79_200,
                    Optional.of(ADMIN),
                    TIME,
                    TIME,
                    true,
                    Optional.of("a,1"),
                    Optional.of("b"),
                    4,
                    false),
                List.of(ID),
                List.of(ID, ID),
                ADMIN));
    requests.put("startSynchronization", UpdateServer::startSynchronization);
    return requests;
  }

  @Test
  void everyRequestIsWrittenForOthersToValidate() throws IOException {
    Files.createDirectories(FOLDER);
    wire.answer(SoapWire.fault("System.InvalidOperationException", "no"));
    for (Map.Entry<String, Consumer<UpdateServer>> request : requests().entrySet()) {
      assertThat(refused(request.getValue())).as(request.getKey()).isEqualTo(FailureKind.REFUSED);
      ServeEvent sent = wire.server.getAllServeEvents().getFirst();
      Files.writeString(
          FOLDER.resolve(request.getKey() + ".xml"), sent.getRequest().getBodyAsString());
    }
    assertThat(wire.requests()).isEqualTo(requests().size());
  }

  private FailureKind refused(Consumer<UpdateServer> request) {
    try {
      request.accept(wire.service());
    } catch (UpdateServerException refused) {
      return refused.kind();
    }
    throw new AssertionError("the stand-in refuses everything");
  }

  @Test
  void theRequestsAreAllThatThePortCanMakeAndTheContractAllows() {
    wire.answer(SoapWire.fault("System.InvalidOperationException", "no"));
    requests().values().forEach(this::refused);
    String prefix = Contract.NAMESPACE + "/";
    assertThat(
            wire.server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("SOAPAction").replace("\"", ""))
                .map(action -> action.substring(prefix.length()))
                .collect(Collectors.toSet()))
        .isEqualTo(
            Contract.load().operations().stream()
                .map(Contract.Operation::name)
                .collect(Collectors.toSet()));
    assertThat(requests().keySet().stream().map(name -> name.replaceFirst("-.*", "")).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(UpdateServer.class.getDeclaredMethods())
                .map(Method::getName)
                .filter(name ->
                    !List.of("name", "clock", "rows", "description", "close").contains(name))
                .collect(Collectors.toSet()));
  }
}
