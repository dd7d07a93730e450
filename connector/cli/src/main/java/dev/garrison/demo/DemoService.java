package dev.garrison.demo;

import dev.garrison.connection.Pause;
import dev.garrison.job.JobMode;
import dev.garrison.jobaccess.JobOnDemand;
import dev.garrison.language.Text;
import dev.garrison.login.AccessToken;
import dev.garrison.login.Role;
import dev.garrison.login.TokenText;
import dev.garrison.manifest.job.JobKind;
import dev.garrison.manifest.service.ListenAddress;
import dev.garrison.manifest.service.ServerSection;
import dev.garrison.schedule.JobListener;
import dev.garrison.schedule.JobSchedule;
import dev.garrison.schedule.JobSchedules;
import dev.garrison.schedule.Service;
import dev.garrison.server.DocumentSite;
import dev.garrison.server.GarrisonServer;
import dev.garrison.server.Limits;
import dev.garrison.server.ServerListener;
import dev.garrison.server.ServerSettings;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Simulated site with the service connected to it, until it is closed. The site, the jobs, and the
 * pages share one clock.
 */
public final class DemoService implements AutoCloseable {
  private static final Duration PACE = Duration.ofMillis(200);
  private static final Duration SITE_AT_WORK = Duration.ofHours(1);
  private static final int MOST_ROUNDS = 6;
  private static final Duration HOLDS = Duration.ofDays(1);
  private static final String WHO = "the demonstration";
  private static final String SCHEDULES =
      """
      jobs:
        timeZone: UTC
        schedules:
          - {job: status, cron: "* * * * *"}
          - {job: rollout, cron: "*/5 * * * *", autoApply: [prepare]}
          - {job: drift, cron: "*/10 * * * *"}
          - {job: expiry, cron: "0 * * * *"}
          - {job: housekeeping, cron: "30 3 * * *"}
      """;

  private final Opened opened;
  private final DemoShare share;
  private final DemoSite site;
  private final DemoTime time;
  private final JobSchedule schedule;
  private final GarrisonServer server;
  private final TokenText token;

  /**
   * Parts for a demonstration.
   *
   * @param schedules makes jobs whose sessions use the given clock and wait in the given way
   * @param passwords makes a password for the share
   * @param clock the clock of this computer
   * @param random the random source for the token
   * @param version the version of Garrison
   * @param documents the documentation site; empty if this installation has none
   */
  public record Parts(
      BiFunction<Clock, Pause, JobSchedules> schedules,
      Supplier<String> passwords,
      Clock clock,
      SecureRandom random,
      String version,
      Supplier<Optional<DocumentSite>> documents) {}

  /**
   * Starts the simulated site and the service.
   *
   * @param siteName a site of the lab; empty: a generated company with a generated past
   * @param preferSamba whether a Samba server is the content share if one is installed
   * @param listener receives the events of jobs
   * @param faults receives a line for each request that ended in a fault
   */
  public static DemoService start(
      Parts parts,
      Optional<String> siteName,
      boolean preferSamba,
      JobListener listener,
      Consumer<String> faults)
      throws InterruptedException {
    Opened opened = new Opened();
    try {
      return new DemoService(parts, siteName, preferSamba, listener, faults, opened);
    } catch (InterruptedException | RuntimeException | Error fault) {
      // Closing waits for threads, which an interrupted thread cannot.
      boolean _ = Thread.interrupted();
      try (opened) {
        throw fault;
      }
    }
  }

  private DemoService(
      Parts parts,
      Optional<String> siteName,
      boolean preferSamba,
      JobListener listener,
      Consumer<String> faults,
      Opened opened)
      throws InterruptedException {
    this.opened = opened;
    DemoFolder folder = opened.keep(new DemoFolder(), DemoFolder::close);
    share =
        opened.keep(new DemoShare(folder, preferSamba, parts.passwords().get()), DemoShare::close);
    DemoCompany company = new DemoCompany();
    Instant now = parts.clock().instant();
    site =
        opened.keep(
            siteName
                .map(name -> new DemoSite(name, share.readBySite(), now))
                .orElseGet(() ->
                    new DemoSite(
                        company.site(folder.path()), share.readBySite(), DemoPast.start(now))),
            DemoSite::close);
    time = new DemoTime(site.lab().clock(), parts.clock());
    ScheduledExecutorService pace =
        opened.keep(
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("garrison-demo-pace").daemon().factory()),
            ScheduledExecutorService::shutdownNow);
    Future<?> _ =
        pace.scheduleAtFixedRate(
            time::follow, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    Path manifest =
        siteName.isPresent()
            ? folder.manifest(site, share, "demo", DemoFolder.PILOT, SCHEDULES)
            : folder.manifest(
                site,
                share,
                "demo-data",
                company.rings(),
                company.sections(site.lab().updateServers()));
    schedule =
        opened.keep(
            parts
                .schedules()
                .apply(site.lab().clock(), time::pause)
                .open(manifest, Optional.empty()),
            JobSchedule::close);
    if (siteName.isPresent()) {
      schedule.history().modes().set(JobKind.ROLLOUT, JobMode.ENABLED, now, WHO);
      prepare();
    } else {
      new DemoPast(site.lab(), company, time, schedule).run(now);
    }
    time.live();
    token = approver(parts);
    Service service = opened.keep(schedule.start(listener, _ -> {}), Service::close);
    server =
        opened.keep(
            GarrisonServer.start(settings(parts, faults), schedule, service),
            GarrisonServer::close);
    if (siteName.isPresent()) {
      schedule.request(JobKind.STATUS, schedule.clock().instant(), WHO);
    }
  }

  private TokenText approver(Parts parts) {
    TokenText fresh = TokenText.fresh(parts.random());
    Instant now = schedule.clock().instant();
    schedule
        .history()
        .tokens()
        .add(
            new AccessToken(
                "demo",
                Role.APPROVER,
                fresh.digest(),
                now,
                WHO,
                now.plus(HOLDS),
                Optional.empty(),
                Optional.empty()));
    return fresh;
  }

  private static ServerSettings settings(Parts parts, Consumer<String> faults) {
    return new ServerSettings(
            new ServerSection(new ListenAddress("127.0.0.1", 0), Optional.empty()),
            Limits.DEFAULT,
            parts.version(),
            parts.documents().get(),
            faults,
            ServerListener.NONE)
        .forDemo();
  }

  /**
   * Repeats the rollout job while another run makes progress, an hour later on the site's clock.
   *
   * <p>A plan is stale once the site has done what the plan waited for, and the first plan must
   * stay valid for approval.
   */
  private void prepare() throws InterruptedException {
    for (int round = 0;
        round < MOST_ROUNDS && JobOnDemand.run(schedule, JobKind.ROLLOUT).soon();
        round++) {
      time.pause(SITE_AT_WORK);
    }
  }

  /** Address of the service. */
  public URI url() {
    return server.url();
  }

  /** Token for the service. */
  public TokenText token() {
    return token;
  }

  /** Description of the content share. */
  public Text shareDescription() {
    return share.description();
  }

  @Override
  public void close() {
    opened.close();
  }
}
