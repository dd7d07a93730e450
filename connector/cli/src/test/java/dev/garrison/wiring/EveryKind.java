package dev.garrison.wiring;

import dev.garrison.connection.resilience.Tempo;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.json.Json;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.session.Operator;
import dev.garrison.share.FakeShare;
import dev.garrison.state.StateFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of object that a session may plan. */
final class EveryKind {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC);
  private static final Tempo TEMPO =
      new Tempo(
          CLOCK,
          _ -> {
            throw new AssertionError("nothing is waited for");
          },
          () -> 0.5);

  private EveryKind() {}

  /** The kinds of a site whose software update point serves rings, and those of update servers. */
  static List<ResourceType<?>> in(Path folder) {
    Path file = ROOT.resolve("config/examples/software-update-point.yaml");
    ManifestResult read = new ManifestReader().read(file, LocalDate.now(CLOCK));
    StateFolder state = new StateFolder(folder);
    try (SchemeSecretStore secrets =
        new SchemeSecretStore(Map.of(), folder, _ -> Optional.empty())) {
      SiteConnection connection =
          new SiteConnection(
              secrets, new DomainIdentity(secrets, Map.of(), Optional.empty()), CLOCK);
      try (HttpAdminService service =
              connection.adminService(
                  read.manifest().site(), read.manifest().site().providers(), new Json(), TEMPO);
          UpdateServerWiring servers =
              new UpdateServerWiring(
                  read,
                  read.manifest().wsus().sensorUpdate().orElseThrow(),
                  state,
                  connection,
                  TEMPO,
                  CLOCK,
                  Optional.of(service))) {
        List<ResourceType<?>> kinds = new ArrayList<>(servers.types());
        kinds.addAll(
            new SiteTypes(new Json(), new Operator("anna", "adm01", 1, "0.1.0"), CLOCK)
                .types(
                    read.manifest(),
                    service,
                    new FakeShare(),
                    new LateIdentity(_ -> Optional.empty()),
                    state));
        return kinds;
      }
    }
  }
}
