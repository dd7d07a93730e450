package dev.garrison.wiring;

import dev.garrison.cli.lab.LabTime;
import dev.garrison.connection.ServerInspection;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.connection.sspi.SecuritySupport;
import dev.garrison.json.Json;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.secret.Question;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.survey.update.UpdateAccess;
import dev.garrison.wsus.updateserver.UpdateServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Connects to the WSUS servers that a manifest names. */
public final class UpdateServers implements UpdateAccess.Opening {
  private final Tempo tempo;
  private final Map<String, String> environment;
  private final Question question;

  /**
   * @param tempo how to wait between requests
   * @param question how the user is asked for a secret
   */
  public UpdateServers(Tempo tempo, Map<String, String> environment, Question question) {
    this.tempo = tempo;
    this.environment = environment;
    this.question = question;
  }

  @Override
  public UpdateAccess open(Path file) {
    Manifest manifest = new ManifestReader().read(file, LocalDate.now(tempo.clock())).manifest();
    LabTime.requireSimulated(environment, withSite(manifest));
    SchemeSecretStore secrets =
        new SchemeSecretStore(environment, SiteSessions.folder(file), question);
    return new Named(
        manifest,
        secrets,
        new SiteConnection(
            secrets,
            new DomainIdentity(secrets, environment, SecuritySupport.ofSystem()),
            tempo.clock()),
        tempo);
  }

  /** Addresses of all servers of a manifest, those of the site first. */
  static List<URI> withSite(Manifest manifest) {
    return Stream.concat(
            manifest.site().providers().stream(),
            manifest.wsus().servers().stream().map(WsusServer::url))
        .toList();
  }

  /** Access to the servers of one manifest. */
  private static final class Named implements UpdateAccess {
    private final Manifest manifest;
    private final SchemeSecretStore secrets;
    private final SiteConnection connection;
    private final Tempo tempo;
    private Optional<HttpAdminService> site = Optional.empty();

    Named(Manifest manifest, SchemeSecretStore secrets, SiteConnection connection, Tempo tempo) {
      this.manifest = manifest;
      this.secrets = secrets;
      this.connection = connection;
      this.tempo = tempo;
    }

    @Override
    public Manifest manifest() {
      return manifest;
    }

    @Override
    public ServerInspection inspection(WsusServer server) {
      return connection.inspection(server.access());
    }

    @Override
    public UpdateServer open(WsusServer server) {
      return UpdateServerWiring.connect(manifest, server, connection, tempo);
    }

    @Override
    public AdminService site() {
      HttpAdminService service =
          site.orElseGet(() ->
              connection.adminService(
                  manifest.site(), manifest.site().providers(), new Json(), tempo));
      site = Optional.of(service);
      return service;
    }

    @Override
    public void close() {
      site.ifPresent(HttpAdminService::close);
      secrets.close();
    }
  }
}
