package dev.garrison.wiring;

import dev.garrison.cli.lab.LabTime;
import dev.garrison.clientscript.SiteScripts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.connection.sspi.SecuritySupport;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.ResourceType;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.SiteSection;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.mecm.application.ApplicationHistory;
import dev.garrison.mecm.clientoperation.CMPivot;
import dev.garrison.mecm.script.RunScripts;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteReader;
import dev.garrison.payload.PackageReader;
import dev.garrison.probe.ProbeAccess;
import dev.garrison.recipe.Recipe;
import dev.garrison.runscript.ConnectivityScript;
import dev.garrison.runscript.DetectionScript;
import dev.garrison.runscript.OpenScriptRun;
import dev.garrison.runscript.ScriptRunner;
import dev.garrison.runscript.TestKind;
import dev.garrison.secret.Question;
import dev.garrison.secret.SchemeSecretStore;
import dev.garrison.secret.SecretStore;
import dev.garrison.session.IntentSource;
import dev.garrison.session.Operator;
import dev.garrison.session.Session;
import dev.garrison.session.Sessions;
import dev.garrison.session.Sessions.Part;
import dev.garrison.share.ContentShare;
import dev.garrison.share.access.OpenRights;
import dev.garrison.state.JournalFolder;
import dev.garrison.state.StateFolder;
import dev.garrison.survey.StagedVersionsReader;
import dev.garrison.survey.Surveyor;
import dev.garrison.takeover.Takeover;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens sessions, tests and probes for a manifest, and builds the objects that they need. */
public final class SiteSessions implements Sessions {
  private final Operator operator;
  private final Clock clock;
  private final Tempo tempo;
  private final Map<String, String> environment;
  private final Question question;
  private final Optional<SecuritySupport> windows;
  private final Json json = new Json();

  /**
   * @param tempo the time settings with the zone of times of day, and the waiting before a request
   *     is repeated
   * @param question how the user is asked for a secret
   */
  public SiteSessions(
      Operator operator, Tempo tempo, Map<String, String> environment, Question question) {
    this(operator, tempo, environment, question, SecuritySupport.ofSystem());
  }

  /**
   * Sessions of a process with another identity.
   *
   * @param windows what signs in as the user who runs Garrison
   */
  public SiteSessions(
      Operator operator,
      Tempo tempo,
      Map<String, String> environment,
      Question question,
      Optional<SecuritySupport> windows) {
    this.operator = operator;
    this.clock = tempo.clock();
    this.tempo = tempo;
    this.environment = Map.copyOf(environment);
    this.question = question;
    this.windows = windows;
  }

  private DomainIdentity identity(SecretStore secrets) {
    return new DomainIdentity(secrets, environment, windows);
  }

  @Override
  public OpenSession open(Path file, Optional<Path> state, Part part) {
    return open(new ManifestReader().read(file, LocalDate.now(clock)), file, state, part);
  }

  @Override
  public OpenSession openAs(Path file, String text, Optional<Path> state) {
    return open(
        new ManifestReader()
            .read(
                file.toString(),
                folder(file),
                text.getBytes(StandardCharsets.UTF_8),
                LocalDate.now(clock)),
        file,
        state,
        Part.EVERYTHING);
  }

  private OpenSession open(ManifestResult read, Path file, Optional<Path> state, Part part) {
    LabTime.requireSimulated(environment, UpdateServers.withSite(read.manifest()));
    StateFolder stateFolder = state.map(StateFolder::new).orElseGet(() -> StateFolder.beside(file));
    SchemeSecretStore secrets = secrets(file);
    Optional<SensorUpdateSection> update = sensorUpdate(read, part);
    boolean isServedBySite = update.filter(SensorUpdateSection::isServedBySite).isPresent();
    Optional<HttpAdminService> service =
        part.hasSite() || isServedBySite
            ? Optional.of(
                service(read.manifest().site(), read.manifest().site().providers(), secrets))
            : Optional.empty();
    Optional<UpdateServerWiring> servers =
        update.map(section ->
            new UpdateServerWiring(
                read,
                section,
                stateFolder,
                new SiteConnection(secrets, identity(secrets), clock),
                tempo,
                clock,
                service.<AdminService>map(it -> it).filter(_ -> isServedBySite)));
    return part.hasSite()
        ? openSite(read, stateFolder, secrets, service.orElseThrow(), servers)
        : openServers(servers.orElseThrow(), stateFolder, secrets, service);
  }

  /**
   * Opens a session for update servers only.
   *
   * <p>The site is not connected to, and none of its secrets is requested, unless its software
   * update point serves a ring.
   */
  private OpenSession openServers(
      UpdateServerWiring servers,
      StateFolder state,
      SchemeSecretStore secrets,
      Optional<HttpAdminService> service) {
    IntentSource intents =
        servers.intents(
            () -> {
              throw new IllegalStateException("the site is no part of this");
            },
            Part.WSUS);
    return new OpenSession(
        new Session(intents, new ResourceTypes(servers.types()), state, operator, clock),
        Optional::empty,
        () -> service.map(HttpAdminService::counts).orElse(List.of()),
        () -> {
          servers.close();
          service.ifPresent(HttpAdminService::close);
          secrets.close();
        });
  }

  private OpenSession openSite(
      ManifestResult read,
      StateFolder stateFolder,
      SchemeSecretStore secrets,
      HttpAdminService service,
      Optional<UpdateServerWiring> servers) {
    Manifest manifest = read.manifest();
    ContentPlace place = ContentPlace.open(manifest.content(), secrets, identity(secrets));
    ContentShare share = place.share();
    LateIdentity identity = new LateIdentity(writer(manifest.site(), service));
    PackageReader packages = PackageKinds.reader(manifest);
    SiteIntents intents =
        new SiteIntents(
            read,
            new Surveyor(
                service,
                packages,
                new StagedVersionsReader(share, json, SiteTypes.uses(manifest, service)),
                new CMPivot(service, service, json),
                clock,
                new ApplicationHistory(
                    new JournalFolder(json, stateFolder, manifest.site().code())),
                new SampleWaiting(tempo.pause())),
            new Recipe(clock.getZone()),
            identity,
            new ShareLease(share, manifest.site().code()));
    List<ResourceType<?>> types =
        new ArrayList<>(
            new SiteTypes(json, operator, clock)
                .types(manifest, service, share, identity, stateFolder));
    servers.ifPresent(wiring -> types.addAll(wiring.types()));
    Session session =
        new Session(
            servers
                .<IntentSource>map(wiring -> wiring.intents(() -> intents, Part.EVERYTHING))
                .orElse(intents),
            new ResourceTypes(types),
            stateFolder,
            operator,
            clock);
    return new OpenSession(
        session,
        place.remark(),
        service::counts,
        () -> {
          servers.ifPresent(UpdateServerWiring::close);
          service.close();
          share.close();
          secrets.close();
        });
  }

  /** Opens Microsoft's detection test on the site of a manifest, without update servers. */
  public OpenScriptRun detection(Path file, Optional<Path> state) {
    return test(
        file,
        state,
        manifest ->
            new DetectionScript(
                () -> SiteScripts.detectionTest(manifest.packages().clientScripts()),
                json,
                manifest.tenant().orgId().toString()));
  }

  /** Opens the test of connections to the hosts that a manifest's onboarding package names. */
  public OpenScriptRun connectivity(Path file, Optional<Path> state) {
    return test(
        file,
        state,
        manifest ->
            new ConnectivityScript(
                SiteScripts::connectivityTest,
                () -> PackageKinds.reader(manifest).onboardingHosts(manifest, clock.instant()),
                manifest.rings(),
                json));
  }

  private OpenScriptRun test(Path file, Optional<Path> state, Function<Manifest, TestKind> kind) {
    ManifestResult read = new ManifestReader().read(file, LocalDate.now(clock));
    Manifest manifest = read.manifest();
    SchemeSecretStore secrets = secrets(file);
    HttpAdminService service = service(manifest.site(), manifest.site().providers(), secrets);
    StateFolder folder = state.map(StateFolder::new).orElseGet(() -> StateFolder.beside(file));
    OpenSession open = openSite(read, folder, secrets, service, Optional.empty());
    RunScripts scripts = new RunScripts(service, service, json);
    return new OpenScriptRun(
        new ScriptRunner(open.session(), service, scripts, kind.apply(manifest)), open);
  }

  private static Optional<SensorUpdateSection> sensorUpdate(ManifestResult read, Part part) {
    Optional<SensorUpdateSection> update = read.manifest().wsus().sensorUpdate();
    if (part == Part.WSUS && update.isEmpty()) {
      throw new RefusalException(
          Diagnostic.error(WiringCode.NO_SENSOR_UPDATE, Message.of("plan-part.no-sensor-update")));
    }
    return update.filter(_ -> part.hasUpdateServers());
  }

  /** Opens the content share of a manifest for checks and changes of its access rights. */
  OpenRights rights(Path file) {
    Manifest manifest = new ManifestReader().read(file, LocalDate.now(clock)).manifest();
    try (SchemeSecretStore secrets = secrets(file)) {
      return ContentPlace.rights(manifest.content(), secrets, identity(secrets));
    }
  }

  private SchemeSecretStore secrets(Path file) {
    return new SchemeSecretStore(environment, folder(file), question);
  }

  static Path folder(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
  }

  /** Prepares a probe of the servers that a manifest names. Connects to nothing. */
  public ProbeAccess probe(Path file) {
    ManifestResult read = new ManifestReader().read(file, LocalDate.now(clock));
    SchemeSecretStore secrets = secrets(file);
    Manifest manifest = read.manifest();
    return new ProbedManifest(
        read,
        new SiteConnection(secrets, identity(secrets), clock).inspection(manifest.site().access()),
        provider -> service(manifest.site(), List.of(provider), secrets),
        secrets,
        identity(secrets));
  }

  /** Opens a site that no manifest names yet, for an import. */
  public Takeover.OpenSite takeover(SiteSection site, Path file) {
    SchemeSecretStore secrets = secrets(file);
    HttpAdminService service = service(site, site.providers(), secrets);
    return new Takeover.OpenSite(
        service,
        json,
        () -> {
          service.close();
          secrets.close();
        });
  }

  private static Function<Site.Identity, Optional<String>> writer(
      SiteSection site, HttpAdminService service) {
    return site.access().signIn().writer().isPresent()
        ? _ -> new SiteReader(service).writer()
        : Site.Identity::user;
  }

  private HttpAdminService service(SiteSection site, List<URI> providers, SecretStore secrets) {
    return new SiteConnection(secrets, identity(secrets), clock)
        .adminService(site, providers, json, tempo);
  }
}
