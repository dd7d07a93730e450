package dev.garrison.survey.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.Presence;
import dev.garrison.fleet.Sensor;
import dev.garrison.fleet.Server;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.live.LiveAnswer;
import dev.garrison.fleet.live.LiveCensus;
import dev.garrison.fleet.live.LiveService;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.fleet.table.Leaving;
import dev.garrison.language.Language;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.SiteCollections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is asked, how long for, and what becomes of the answers. */
final class LiveSurveyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");
  private static final String SITE_CODE = "SMS_CombinedDeviceResources.SiteCode";

  private final PivotSite site = new PivotSite();
  private final Fleet fleet = new Fleet(List.of("pilot", "broad"));
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private int pausesUntilAPersonEndsIt = Integer.MAX_VALUE;
  private Runnable meanwhile = () -> {};

  private final LiveQuery.Waiting waiting =
      new LiveQuery.Waiting() {
        @Override
        public boolean pause(Duration duration) {
          pauses.add(duration);
          meanwhile.run();
          return pauses.size() < pausesUntilAPersonEndsIt;
        }

        @Override
        public void heard(int answered, int asked) {
          heard.add(answered + " of " + asked);
        }
      };

  private int add(int ring, long id, String name, Presence presence) {
    int row = fleet.add(id, name);
    BitSet one = new BitSet();
    one.set(row);
    fleet.join(ring, one);
    fleet.presence(row, presence);
    return row;
  }

  private int add(int ring, long id, String name) {
    return add(ring, id, name, new Presence(true, true, false, "5.00", Optional.empty()));
  }

  private static Manifest manifest() {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site:
          code: PS1
          providers: [https://cm01.contoso.example/AdminService]
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages:
          installer: packages/md4ws.msi
          installScript: packages/install.ps1
          platformUpdate: packages/UpdatePlatform.exe
          onboarding: packages/WindowsDefenderATPOnboardingPackage.zip
        sampleSharing: none
        limitingCollection: All servers
        distribution: {groups: [All DPs]}
        rings:
          - {name: pilot, maxDevices: 50, deadline: "+3d 22:00", antivirus: active, collections: [Pilot, PS100012]}
          - {name: broad, maxDevices: 50, deadline: "+9d 22:00", antivirus: active, collections: [Broad, Nowhere]}
        """;
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  private static CollectionFact collection(String id, String name) {
    return new CollectionFact(id, name, "", 1, id.startsWith("SMS"), Optional.empty());
  }

  private LiveCensus fill(Duration timeout, Optional<String> ring, Optional<String> server) {
    return new LiveSurvey(site.service, site.pivot(), Clock.fixed(NOW, ZoneOffset.UTC))
        .fill(
            fleet,
            manifest(),
            new SiteCollections(
                List.of(collection("PS100012", "Pilot"), collection("PS100034", "Broad"))),
            "PS1",
            new LiveQuery(timeout, ring, server, waiting));
  }

  private LiveCensus fill() {
    return fill(Duration.ofSeconds(25), Optional.empty(), Optional.empty());
  }

  private List<String> targets() {
    return site.service.calls().stream()
        .filter(call -> call.verb().equals("ask"))
        .map(call -> call.target().replaceAll("^v1.0/|\\.RunCMPivot$", ""))
        .distinct()
        .toList();
  }

  @Test
  void aSiteThatDoesNotOfferItIsAskedNothing() {
    add(0, 1, "SQL01");
    site.service.withhold(PivotSite.START);
    assertThat(fill())
        .isEqualTo(
            new LiveCensus(
                0,
                0,
                Duration.ZERO,
                false,
                List.of(),
                List.of(
                    LiveSurvey.note(LiveCode.LIVE_NOT_OFFERED, Message.of("live.not-offered")))));
    assertThat(site.service.calls()).isEmpty();
  }

  @Test
  void whatCouldNotBeAskedIsToldWithItsCodeInBothLanguages() {
    Text note = LiveSurvey.note(LiveCode.LIVE_NOT_OFFERED, Message.of("live.not-offered"));
    assertThat(note)
        .hasToString(
            "This site doesn't offer CMPivot over its administration service: v1.0/$metadata has no action RunCMPivot. Garrison shows the data that the site already has. [GAR-0951]");
    assertThat(note.in(Language.JAPANESE)).startsWith("このサイト").endsWith("[GAR-0951]");
  }

  @Test
  void onlyServersWithAClientAreAsked() {
    int there = add(0, 1, "SQL01");
    int bare = add(0, 2, "SQL02", new Presence(false, true, false, "", Optional.empty()));
    int old = add(0, 3, "SQL03", new Presence(true, true, true, "5.00", Optional.empty()));
    assertThat(fill().asked()).isEqualTo(1);
    assertThat(fleet.server(there).asked()).isTrue();
    assertThat(fleet.server(bare).asked()).isFalse();
    assertThat(fleet.server(old).asked()).isFalse();
  }

  @Test
  void whereNobodyCanAnswerNothingIsAskedAndNobodyWaits() {
    add(0, 2, "SQL02", new Presence(false, true, false, "", Optional.empty()));
    assertThat(fill()).isEqualTo(new LiveCensus(0, 0, Duration.ZERO, false, List.of(), List.of()));
    assertThat(site.service.calls()).isEmpty();
    assertThat(pauses).isEmpty();
  }

  @Test
  void moreServersThanAnswersCanBeReadOfAreNotAsked() {
    IntStream.rangeClosed(1, 10_001).forEach(number -> add(0, number, "S" + number));
    LiveCensus census = fill();
    assertThat(census.asked()).isZero();
    assertThat(census.notes())
        .extracting(Text::toString)
        .containsExactly(
            "10,001 servers exceed the limit of 10,000 for one query: their answers couldn't be read. Query fewer servers with --ring or --server. [GAR-0957]");
    assertThat(site.service.calls()).isEmpty();
  }

  @Test
  void asManyServersAsAnswersCanBeReadOfAreAsked() {
    IntStream.rangeClosed(1, 10_000).forEach(number -> add(0, number, "S" + number));
    LiveCensus census = fill();
    assertThat(census.asked()).isEqualTo(10_000);
    assertThat(census.silent()).isEqualTo(10_000);
    assertThat(census.pending()).hasSize(6);
    assertThat(census.notes()).isEmpty();
  }

  @Test
  void theCollectionsOfAllRingsAreAskedOnceEach() {
    add(0, 1, "SQL01");
    fill();
    assertThat(targets()).containsExactly("Collections('PS100012')", "Collections('PS100034')");
  }

  @Test
  void ofOneRingOnlyItsOwnCollectionsAndServersAreAsked() {
    add(0, 1, "SQL01");
    int broad = add(1, 2, "WEB01");
    assertThat(fill(Duration.ofSeconds(5), Optional.of("BROAD"), Optional.empty()).asked())
        .isEqualTo(1);
    assertThat(targets()).containsExactly("Collections('PS100034')");
    assertThat(fleet.server(broad).asked()).isTrue();
  }

  @Test
  void oneServerIsAskedAsADeviceByAnyOfItsNames() {
    add(0, 1, "SQL01");
    add(0, 2, "SQL02");
    assertThat(
            fill(Duration.ofSeconds(5), Optional.empty(), Optional.of("sql02.contoso.example"))
                .asked())
        .isEqualTo(1);
    assertThat(targets()).containsExactly("Device(2)");
  }

  @Test
  void aCollectionThatComesWithTheProductIsNeverAsked() {
    add(0, 1, "SQL01");
    new LiveSurvey(site.service, site.pivot(), Clock.fixed(NOW, ZoneOffset.UTC))
        .fill(
            fleet,
            manifest(),
            new SiteCollections(
                List.of(collection("SMS00001", "Pilot"), collection("PS100034", "Broad"))),
            "PS1",
            new LiveQuery(Duration.ofSeconds(5), Optional.empty(), Optional.empty(), waiting));
    assertThat(targets()).containsExactly("Collections('PS100034')");
  }

  @Test
  void clientsOfAnotherSiteAreCountedAndNotAsked() {
    add(0, 1, "SQL01");
    add(0, 2, "SQL02");
    add(0, 3, "SQL03");
    add(0, 4, "SQL04");
    site.service.table("SMS_CombinedDeviceResources", "ResourceID").offer(SITE_CODE);
    String[] codes = {"ps1", "PS2", "PS2", "PS3", "PS9"};
    for (int index = 0; index < codes.length; index++) {
      site.service.add(
          "SMS_CombinedDeviceResources", "ResourceID", index + 1, "SiteCode", codes[index]);
    }
    LiveCensus census = fill();
    assertThat(census.asked()).isEqualTo(1);
    assertThat(census.notes())
        .extracting(Text::toString)
        .containsExactly(
            "2 servers of site PS2 can't be queried through site PS1. Run this with a manifest whose \"site.providers\" are those of PS2. Only the primary site of a client reaches the client. [GAR-0953]",
            "1 server of site PS3 can't be queried through site PS1. Run this with a manifest whose \"site.providers\" are those of PS3. Only the primary site of a client reaches the client. [GAR-0953]");
  }

  @Test
  void aServerWhoseSiteIsNotSaidIsTakenForOneOfThisSite() {
    add(0, 1, "SQL01");
    site.service.table("SMS_CombinedDeviceResources", "ResourceID").offer(SITE_CODE);
    site.service.add("SMS_CombinedDeviceResources", "ResourceID", 1, "SiteCode", "");
    assertThat(fill().asked()).isEqualTo(1);
  }

  @Test
  void answersAreWaitedForInStepsUntilTheTimeIsUp() {
    add(0, 1, "SQL01");
    LiveCensus census = fill();
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5));
    assertThat(heard).containsExactly("0 of 1", "0 of 1", "0 of 1");
    assertThat(census.waited())
        .as("on a clock that stands still")
        .isEqualTo(Duration.ofSeconds(25));
    assertThat(census.ended()).isFalse();
    assertThat(census.pending()).containsExactly("SQL01");
    assertThat(census.answered()).isZero();
    assertThat(fleet.server(0).live()).isEmpty();
  }

  @Test
  void nobodyWaitsLongerThanItTakesUntilAllHaveAnswered() {
    add(0, 1, "SQL01");
    site.onboarded("SQL01", "77aa");
    site.says(Question.PASSIVE, FakeAdminService.object("Device", "SQL01"));
    site.says(Question.POLICY_OFF, FakeAdminService.object("Device", "SQL01"));
    site.says(Question.ANTIVIRUS, FakeAdminService.object("Device", "SQL01"));
    site.says(
        Question.OTHERS,
        FakeAdminService.object("Device", "SQL01", "Name", "CcmExec", "State", "Running"));
    site.says(Question.LOCATION, FakeAdminService.object("Device", "SQL01"));
    site.says(Question.FILE, FakeAdminService.object("Device", "SQL01"));
    site.says(Question.ORDERS, FakeAdminService.object("Device", "SQL01"));
    LiveCensus census = fill();
    assertThat(pauses).containsExactly(Duration.ofSeconds(10));
    assertThat(heard).containsExactly("1 of 1");
    assertThat(census.silent()).isZero();
    assertThat(census.pending()).isEmpty();
  }

  @Test
  void aServerThatIsBeingOffboardedIsAskedByItsNameOnly() {
    add(0, 1, "SQL01");
    int old = fleet.add(2, "OLD01");
    fleet.presence(old, new Presence(true, true, false, "5.00", Optional.empty()));
    fleet.leave(old, new Leaving("retired", true));
    assertThat(fill().asked()).isEqualTo(1);
    assertThat(fleet.server(old).asked()).isFalse();
    site.says(
        Question.SENSOR,
        FakeAdminService.object("Device", "OLD01", "Property", "OnboardingState", "Value", "0"));
    site.says(
        Question.SERVICES,
        FakeAdminService.object("Device", "OLD01", "Name", "CcmExec", "State", "Running"));
    site.says(
        Question.ORDERS, FakeAdminService.object("Device", "OLD01", "Property", "OnboardingInfo"));
    assertThat(fill(Duration.ofSeconds(5), Optional.empty(), Optional.of("OLD01")).asked())
        .isEqualTo(1);
    assertThat(targets()).contains("Device(2)").doesNotContain("Device(1)");
    assertThat(fleet.server(old).pending()).contains(ServerState.ONBOARDING_PENDING);
  }

  @Test
  void aPersonWhoEndsTheWaitingGetsWhatHasComeByThen() {
    add(0, 1, "SQL01");
    pausesUntilAPersonEndsIt = 1;
    meanwhile = () -> site.onboarded("SQL01", "77aa");
    LiveCensus census = fill();
    assertThat(census.ended()).isTrue();
    assertThat(census.answered()).isEqualTo(1);
    assertThat(pauses).hasSize(1);
    assertThat(heard).isEmpty();
  }

  @Test
  void whatAServerAnsweredTakesThePlaceOfWhatTheSiteKnew() {
    int row = add(0, 1, "SQL01");
    Instant connected = Instant.parse("2026-11-20T00:00:00Z");
    fleet.sensor(row, new Sensor(0, "", false, Optional.of(connected)));
    fleet.facts().servicesTold(row);
    fleet.facts().service(row, Service.DEFENDER, false);
    site.onboarded("SQL01", "77aa");
    fill();
    Server server = fleet.server(row);
    assertThat(server.sensor())
        .contains(new Sensor(1, "77aa", true, Optional.of(connected), Optional.of(NOW)));
    assertThat(server.live())
        .contains(
            new LiveAnswer(
                NOW,
                LiveService.RUNNING,
                LiveService.DISABLED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    var services = fleet.facts().at(row).services().orElseThrow();
    assertThat(services.installed()).containsExactlyInAnyOrder(Service.SENSE, Service.DEFENDER);
    assertThat(services.disabled()).containsExactly(Service.DEFENDER);
  }

  @Test
  void whatIsTakenForGrantedHereCanAllBeDoneWithout() {
    assertThat(LiveSurvey.assumption().read()).isEmpty();
    assertThat(LiveSurvey.assumption().called()).isEmpty();
    assertThat(LiveSurvey.assumption().optional()).containsOnlyKeys(PivotSite.START, SITE_CODE);
  }
}
