package dev.garrison.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.garrison.json.Json;
import dev.garrison.servers.RawSite;
import dev.garrison.trial.TrialImport;
import dev.garrison.trial.TrialImport.Ended;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody onboards servers by hand, in ways of their own. */
final class BrownfieldImportIT {
  private static final String TENANT = "11111111-aaaa-4aaa-8aaa-111111111111";
  private static final String OTHER = "22222222-bbbb-4bbb-8bbb-222222222222";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String[] ANSWERS = {
    "--name", "contoso", "--publish-to", "smb://fs01.contoso.example/mde$", "--content-source",
    "\\\\fs01.contoso.example\\mde$", "--antivirus", "active", "--sample-sharing", "none"
  };

  @TempDir Path folder;
  private TrialSite site;
  private RawSite raw;
  private Path file;

  @BeforeEach
  void start() {
    site = new TrialSite("2509", folder);
    raw = new RawSite(site.lab().adminService());
    file = folder.resolve("imported.yaml");
  }

  @AfterEach
  void stop() {
    raw.close();
    site.close();
  }

  private Ended run(String... more) {
    String[] words = new String[ANSWERS.length + more.length];
    System.arraycopy(ANSWERS, 0, words, 0, ANSWERS.length);
    System.arraycopy(more, 0, words, ANSWERS.length, more.length);
    return TrialImport.run(site, file, words);
  }

  private String imported() throws IOException {
    return Files.readString(file);
  }

  private long make(HandMade application) throws IOException {
    Files.createDirectories(site.share().resolve("by-hand"));
    for (String name : application.files()) {
      Files.writeString(site.share().resolve("by-hand").resolve(name), "x");
    }
    JsonNode made =
        raw.post(
            "SMS_Application",
            MAPPER.writeValueAsString(Map.of("SDMPackageXML", application.digest())));
    site.pass(Duration.ofSeconds(10));
    return made.path("CI_ID").asLong();
  }

  private String collectionId(String name) {
    return raw.named("SMS_Collection", "Name", name).path("CollectionID").asText();
  }

  private void deploy(long application, String name, String collectionId, String start) {
    raw.post(
        "SMS_ApplicationAssignment",
        HandMade.deployment(application, name, collectionId, start, "2026-11-30T21:00:00Z"));
  }

  private void twoRings() throws IOException {
    site.makeCollection("Web servers", "WEB02", "APP01", "APP02", "APP03", "DC02");
    long application = make(HandMade.detected(1, "MDE 2019", TENANT));
    deploy(application, "MDE to web", collectionId("Web servers"), "2026-11-26T20:00:00Z");
    deploy(application, "MDE to pilot", collectionId("Pilot servers"), "2026-11-25T20:00:00Z");
    String contentId =
        raw.get("SMS_ContentPackage").path("value").get(0).path("PackageID").asText();
    String group =
        raw.named("SMS_DistributionPointGroup", "Name", "Europe DPs").path("GroupID").asText();
    raw.post(
        "SMS_ContentPackage('" + contentId + "')/AdminService.AddDistributionPointGroup",
        "{\"DistributionPointGroup\":[\"" + group + "\"]}");
  }

  @Test
  void ringsAreProposedInTheOrderInWhichTheyBegan() throws IOException {
    twoRings();
    Ended ended = run("--limiting-collection", "All Servers");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(imported())
        .contains(
            "orgId: '" + TENANT + "'\n", "operatingSystems: [2019]\n", "  groups: ['Europe DPs']\n")
        .containsSubsequence(
            "  # Proposed: its first deployment began on 2026-11-25.\n  - name: 'Pilot servers'\n    collections: ['Pilot servers']\n",
            "    deadline: '+5d 21:00'\n",
            "  # Proposed: its first deployment began on 2026-11-26.\n  - name: 'Web servers'\n");
    assertThat(ended.out())
        .contains(
            """
                certain   application/MDE 2019: onboards servers
                          detection: OnboardingState is 1; detection: OrgId is 11111111-aaaa-4aaa-8aaa-111111111111
                          -> tenant and operatingSystems
            """,
            "-> ring 1, \"Pilot servers\"",
            "  Two owners\n",
            "deployment/MDE to pilot reaches the servers of ring \"Pilot servers\": delete this deployment");
  }

  @Test
  void whatTheSiteDoesNotSayIsAskedForAtOnce() throws IOException {
    make(HandMade.named(2, "Sensor setup", "msiexec.exe /i md4ws.msi /quiet", "md4ws.msi"));
    Ended ended = TrialImport.run(site, file);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains(
            "--name (",
            "--publish-to (",
            "--content-source (",
            "--org-id (",
            "--limiting-collection",
            "--distribution-group (",
            "--antivirus",
            "--ring-collection (",
            "--sample-sharing (",
            "[GAR-0140]");
    assertThat(file).doesNotExist();
  }

  @Test
  void anApplicationKnownByItsFilesAloneIsLikelyAndOneByANameOnlyIsNotCarriedOver()
      throws IOException {
    make(HandMade.named(2, "Sensor setup", "cmd /c install.cmd", "md4ws.msi"));
    make(HandMade.named(3, "Defender things", "powershell -File install.ps1", "install.ps1"));
    make(
        HandMade.named(4, "Sensor removal", "cmd /c x", "WindowsDefenderATPOffboardingScript.cmd"));
    Ended ended =
        run(
            "--json",
            "--org-id",
            TENANT,
            "--limiting-collection",
            "All Servers",
            "--distribution-group",
            "Europe DPs",
            "--ring-collection",
            "Pilot servers");
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode found = new Json().parse(ended.out()).path("findings");
    assertThat(found)
        .extracting(each -> each.path("address").asText() + " " + each.path("sure").asText())
        .containsExactlyInAnyOrder(
            "application/Sensor setup likely",
            "application/Defender things possible",
            "application/Sensor removal likely");
    assertThat(found).allMatch(each -> !each.path("carriedOver").asBoolean());
  }

  @Test
  void aDeploymentToABuiltInCollectionIsToldAndNoRing() throws IOException {
    long application = make(HandMade.detected(1, "MDE 2019", TENANT));
    deploy(application, "MDE to all", "SMS00001", "2026-11-25T20:00:00Z");
    Ended ended =
        run(
            "--limiting-collection",
            "All Servers",
            "--distribution-group",
            "Europe DPs",
            "--ring-collection",
            "Pilot servers");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsIgnoringWhitespaces("comes with Configuration Manager and grows automatically");
    assertThat(imported())
        .contains("    collections: ['Pilot servers']\n")
        .doesNotContain("SMS00001");
  }

  @Test
  void severalTenantsAreToldAndTheMostFrequentStandsThereWithTheOthers() throws IOException {
    site.makeCollection("Web servers", "APP01", "APP03", "DC02");
    site.lab().inConsole(console -> console.makePolicy("Ours", TENANT));
    site.lab().inConsole(console -> console.makePolicy("Theirs", OTHER));
    deployPolicy("Ours", "Web servers");
    deployPolicy("Theirs", "Pilot servers");
    site.pass(Duration.ofDays(2));
    Ended ended =
        run(
            "--limiting-collection",
            "All Servers",
            "--client-setting",
            "MDE client",
            "--onboarding-policy",
            "Ours");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(imported())
        .contains(
            """
            tenant:
              # From hardware inventory, which shows several tenants. Choose.
              # Inventory: 3 onboarded to 11111111-aaaa-4aaa-8aaa-111111111111.
              # Inventory: 2 onboarded to 22222222-bbbb-4bbb-8bbb-222222222222.
              orgId: '11111111-aaaa-4aaa-8aaa-111111111111'
            """,
            "  method: 'client-setting'\n");
  }

  private void deployPolicy(String policy, String collection) {
    long ci =
        raw.named("SMS_ConfigurationPolicy", "LocalizedDisplayName", policy).path("CI_ID").asLong();
    raw.post(
        "SMS_ConfigurationPolicyAssignment",
        HandMade.policyDeployment(ci, "Onboard " + collection, collectionId(collection)));
  }

  @Test
  void requestsFollowNoNumberOfDevices() throws IOException {
    twoRings();
    int before = site.lab().requests().all().size();
    assertThat(run("--limiting-collection", "All Servers").code()).isZero();
    assertThat(site.lab().requests().all().size() - before).isLessThan(40);
  }

  @Test
  void applicationsOfOthersThatOnboardNothingAreReadAndLeftAlone() {
    Ended ended = run();

    assertThat(raw.get("SMS_Application").path("value")).hasSize(5);
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("Nothing on this site onboards servers")
        .doesNotContain("Sensor 1-5");
  }
}
