package dev.garrison.survey.live;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.antivirus.AntivirusProducts;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.clientoperation.CMPivot;
import dev.garrison.mecm.clientoperation.CMPivot.Target;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import dev.garrison.survey.antivirus.StatedAntivirus;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.SiteCollections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks the rings' servers directly, through CMPivot, and replaces the site's facts by the answers.
 * Only clients of the connected site can be asked; servers that do not answer keep the earlier
 * facts, and are counted.
 */
public final class LiveSurvey {
  private static final ODataQuery SITES =
      ODataQuery.of("SMS_CombinedDeviceResources").keys("ResourceID").select("SiteCode");
  private static final String SITE = "SMS_CombinedDeviceResources.SiteCode";
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /**
   * Prefix of built-in collections such as All Systems, which are never asked. The manifest refuses
   * them too.
   */
  private static final String BUILT_IN = "SMS";

  private static final int MOST_NAMES = 6;

  /**
   * Maximum number of servers that are asked. An answer is read completely, and every client has
   * some work with a question.
   */
  private static final int MOST_SERVERS = 10_000;

  private final AdminService service;
  private final CMPivot pivot;
  private final Clock clock;

  /** Creates the survey of one site. */
  public LiveSurvey(AdminService service, CMPivot pivot, Clock clock) {
    this.service = service;
    this.pivot = pivot;
    this.clock = clock;
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    return CMPivot.assumption().optional(SITE, Text.of("assumption.client-site").toString());
  }

  /**
   * Asks, waits, and fills the fleet.
   *
   * @param site the code of the connected site
   */
  public LiveCensus fill(
      Fleet fleet, Manifest manifest, SiteCollections collections, String site, LiveQuery wish) {
    List<Text> notes = new ArrayList<>();
    if (!pivot.isOffered()) {
      notes.add(note(LiveCode.LIVE_NOT_OFFERED, Message.of("live.not-offered")));
      return new LiveCensus(0, 0, Duration.ZERO, false, List.of(), notes);
    }
    LiveAnswers hearing = askable(fleet, site, wish, StatedAntivirus.products(manifest), notes);
    if (hearing.size() > MOST_SERVERS) {
      notes.add(
          note(
              LiveCode.LIVE_TOO_MANY,
              Message.of("live.too-many", "count", hearing.size(), "limit", MOST_SERVERS)));
    }
    if (hearing.size() == 0 || hearing.size() > MOST_SERVERS) {
      return new LiveCensus(0, 0, Duration.ZERO, false, List.of(), notes);
    }
    hearing.rows().forEach(fleet::asked);
    PivotRuns rounds = new PivotRuns(pivot, new ServerNames(fleet, hearing.rows()), hearing, notes);
    rounds.start(targets(fleet, manifest, collections, wish, hearing));
    Waited waited = waited(fleet, rounds, hearing, wish);
    fill(fleet, hearing);
    return new LiveCensus(
        hearing.size(),
        hearing.answered(),
        waited.time(),
        waited.ended(),
        hearing.silent().stream().limit(MOST_NAMES).map(row -> fleet.server(row).name()).toList(),
        notes);
  }

  /**
   * Wait for answers.
   *
   * @param ended whether a person ended that
   */
  private record Waited(Duration time, boolean ended) {}

  /** Waits for the answers. The clock of a simulated site may stand still meanwhile. */
  private Waited waited(Fleet fleet, PivotRuns rounds, LiveAnswers hearing, LiveQuery wish) {
    Instant begun = clock.instant();
    Instant end = begun.plus(wish.timeout());
    Duration paused = Duration.ZERO;
    boolean more = rounds.areUnderWay();
    while (more && clock.instant().isBefore(end) && paused.compareTo(wish.timeout()) < 0) {
      Duration left = wish.timeout().minus(paused);
      Duration next = left.compareTo(INTERVAL) < 0 ? left : INTERVAL;
      if (!wish.waiting().pause(next)) {
        rounds.read();
        return new Waited(longer(paused, begun), true);
      }
      paused = paused.plus(next);
      more = rounds.read() && !isEnough(fleet, wish, hearing);
      wish.waiting().heard(hearing.answered(), hearing.size());
    }
    return new Waited(longer(paused, begun), false);
  }

  private Duration longer(Duration paused, Instant begun) {
    Duration passed = Duration.between(begun, clock.instant());
    return passed.compareTo(paused) < 0 ? paused : passed;
  }

  private static boolean isEnough(Fleet fleet, LiveQuery wish, LiveAnswers hearing) {
    return wish.sample()
        .filter(choice ->
            choice.isEnough(
                hearing.complete().stream()
                    .map(row -> fleet.server(row).id())
                    .collect(Collectors.toSet())))
        .isPresent();
  }

  private void fill(Fleet fleet, LiveAnswers hearing) {
    Instant now = clock.instant();
    hearing.each((row, heard) -> {
      Optional<Instant> connected = fleet.server(row).sensor().flatMap(Sensor::lastConnected);
      fleet.sensor(row, heard.sensor(now, connected));
      LiveAnswer answer = heard.answer(now);
      fleet.answered(row, answer);
      fleet.facts().service(row, Service.SENSE, answer.sense());
      fleet.antivirus().senseStarts(row, heard.senseStarts());
      fleet.facts().service(row, Service.DEFENDER, answer.defender());
    });
  }

  /** Servers that can answer: they have a client, which belongs to this site. */
  private LiveAnswers askable(
      Fleet fleet, String site, LiveQuery wish, AntivirusProducts products, List<Text> notes) {
    Map<Integer, String> sites = sites(fleet);
    LiveAnswers hearing = new LiveAnswers(products);
    Map<String, Integer> elsewhere = new TreeMap<>();
    for (int row : rows(fleet, wish)) {
      Server server = fleet.server(row);
      Optional<Presence> client = server.presence().filter(one -> one.client() && !one.obsolete());
      if (wish.means(server) && client.isPresent()) {
        String own = sites.getOrDefault(row, site);
        if (own.equalsIgnoreCase(site)) {
          hearing.ask(row, client.get().active());
        } else {
          elsewhere.merge(own, 1, Integer::sum);
        }
      }
    }
    elsewhere.forEach((code, servers) ->
        notes.add(
            note(
                LiveCode.LIVE_OTHER_SITE,
                Message.of("live.other-site", "count", servers, "of", code, "site", site))));
    return hearing;
  }

  /**
   * Servers of the rings; one that {@code offboard} keeps out of them is asked only by its name.
   */
  private static int[] rows(Fleet fleet, LiveQuery wish) {
    IntStream leaving =
        wish.server().isEmpty()
            ? IntStream.empty()
            : fleet.leaving().keySet().stream().mapToInt(Integer::intValue);
    return IntStream.concat(Arrays.stream(fleet.servers()), leaving).distinct().toArray();
  }

  private Map<Integer, String> sites(Fleet fleet) {
    Map<Integer, String> sites = new HashMap<>();
    if (!service.capabilities().offers(SITE)) {
      return sites;
    }
    service.query(
        SITES,
        node -> {
          Row row = new Row(node);
          String code = row.text("SiteCode");
          if (!code.isEmpty()) {
            fleet.find(row.numberKey("ResourceID")).ifPresent(server -> sites.put(server, code));
          }
        });
    return sites;
  }

  private static List<Target> targets(
      Fleet fleet,
      Manifest manifest,
      SiteCollections collections,
      LiveQuery wish,
      LiveAnswers hearing) {
    if (wish.isSingle()) {
      return hearing.rows().stream()
          .<Target>map(row -> new Target.Device(fleet.server(row).id()))
          .toList();
    }
    return manifest.rings().stream()
        .filter(ring -> wish.meansRing(ring.name()))
        .map(Ring::collections)
        .flatMap(List::stream)
        .flatMap(reference -> collections.only(reference).stream())
        .map(CollectionFact::id)
        .filter(id -> !id.startsWith(BUILT_IN))
        .distinct()
        .<Target>map(Target.Collection::new)
        .toList();
  }

  static Text note(LiveCode code, Message message) {
    return Text.of(
        "live.note", "problem", message.problem(), "fix", message.fix(), "code", code.label());
  }
}
