package dev.garrison.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.garrison.servers.JavaProcess.Result;
import dev.garrison.servers.RawSite;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Garrison and an administrator on the same site. */
final class OwnershipIT {
  private static final String APPLICATION = "Defender for Endpoint 2019";

  @TempDir Path folder;
  private TrialSite site;
  private RawSite raw;

  @BeforeEach
  void startSite() {
    site = new TrialSite("2207", folder, Instant.now());
    raw = new RawSite(site.lab().adminService());
  }

  @AfterEach
  void stopSite() {
    raw.close();
    site.close();
  }

  private Result garrison(String... words) throws InterruptedException {
    return PackedProgram.run(folder, words);
  }

  private String makeCollection(String name) {
    return raw.post(
            "SMS_Collection", "{\"Name\":\"" + name + "\",\"LimitToCollectionID\":\"SMS00001\"}")
        .path("CollectionID")
        .asText();
  }

  @Test
  void aPlanIsStaleOnceSomebodyElseMadeAnObjectOfIt() throws Exception {
    assertThat(garrison("plan", "--out", "plan.json").exit()).isEqualTo(2);
    makeCollection("MDE pilot - 2019");
    String before = site.lab().dump();
    Result apply = garrison("apply", "plan.json");
    assertThat(apply.exit()).isEqualTo(1);
    assertThat(apply.err())
        .startsWith(
            "error: collection/MDE pilot - 2019 already exists and isn't managed by Garrison.")
        .doesNotContain("\tat ");
    assertThat(site.lab().dump()).isEqualTo(before);
  }

  @Test
  void aPlanIsStaleOnceItsRingGrewByMoreThanATenth() throws Exception {
    addToPilot("APP01");
    assertThat(garrison("plan", "--out", "plan.json").exit()).isEqualTo(2);
    addToPilot("APP03");
    Result apply = garrison("apply", "plan.json");
    assertThat(apply.exit()).isEqualTo(1);
    assertThat(apply.err())
        .startsWith("error: The plan is stale: ring \"pilot\" had 5 servers and now has 6.");
  }

  private void addToPilot(String server) {
    int resource = raw.named("SMS_R_System", "Name", server).path("ResourceId").asInt();
    String pilot =
        raw.named("SMS_Collection", "Name", "Pilot servers").path("CollectionID").asText();
    raw.post(
        "SMS_Collection('" + pilot + "')/AdminService.AddMembershipRule",
        "{\"collectionRule\":{\"@odata.type\":\"#AdminService.SMS_CollectionRuleDirect\","
            + "\"ResourceClassName\":\"SMS_R_System\",\"ResourceID\":"
            + resource
            + ",\"RuleName\":\""
            + server
            + "\"}}");
    raw.post("SMS_Collection('" + pilot + "')/AdminService.RequestRefresh", "{}");
    site.pass(Duration.ofMinutes(5));
  }

  @Test
  void aPlanHoldsWhenOnlyCountersChanged() throws Exception {
    assertThat(garrison("plan", "--out", "plan.json").exit()).isEqualTo(2);
    String pilot =
        raw.named("SMS_Collection", "Name", "Pilot servers").path("CollectionID").asText();
    raw.post("SMS_Collection('" + pilot + "')/AdminService.RequestRefresh", "{}");
    site.pass(Duration.ofHours(3));
    Result apply = garrison("apply", "plan.json");
    assertThat(apply.exit()).as("%s", apply).isEqualTo(3);
  }

  @Test
  void anObjectWithoutOurMarkIsNeverChangedUntilItIsAdopted() throws Exception {
    String id = makeCollection("MDE pilot - 2019");
    JsonNode before = raw.get("SMS_Collection('" + id + "')");
    Result plan = garrison("apply", "--yes");
    assertThat(plan.exit()).isEqualTo(1);
    assertThat(plan.err()).contains("collection/MDE pilot - 2019", "garrison adopt");
    assertThat(raw.get("SMS_Collection('" + id + "')")).isEqualTo(before);

    Result adopt = garrison("adopt", "collection/MDE pilot - 2019", "--yes");
    assertThat(adopt.exit()).as("%s", adopt).isZero();
    Result after = garrison("plan");
    assertThat(after.exit()).isEqualTo(2);
    assertThat(after.out()).contains("1 to change");
    assertThat(site.converge()).isEmpty();
    assertThat(
            raw.named("SMS_Collection", "Name", "MDE pilot - 2019").path("CollectionID").asText())
        .isEqualTo(id);
  }

  @Test
  void oneChangedOptionIsOneUpdatePerApplicationAndANewRevision() throws Exception {
    assertThat(site.converge()).isEmpty();
    JsonNode before = raw.named("SMS_ApplicationLatest", "LocalizedDisplayName", APPLICATION);
    site.manifest().replace("sampleSharing: none", "sampleSharing: all");
    Result plan = garrison("plan");
    assertThat(plan.exit()).isEqualTo(2);
    assertThat(plan.out()).contains("0 to create, 4 to change, 0 to delete");
    assertThat(site.converge()).isEmpty();
    JsonNode after = raw.named("SMS_ApplicationLatest", "LocalizedDisplayName", APPLICATION);
    assertThat(after.path("ModelName")).isEqualTo(before.path("ModelName"));
    assertThat(after.path("CI_ID")).isNotEqualTo(before.path("CI_ID"));
    assertThat(after.path("CIVersion").asInt()).isEqualTo(before.path("CIVersion").asInt() + 1);
  }

  @Test
  void anAdministratorsEditOfTheDigestSurvivesOurUpdate() throws Exception {
    assertThat(site.converge()).isEmpty();
    JsonNode latest = raw.named("SMS_ApplicationLatest", "LocalizedDisplayName", APPLICATION);
    JsonNode whole = raw.get("SMS_Application(" + latest.path("CI_ID").asInt() + ")");
    JsonNode object = whole.has("value") ? whole.path("value").path(0) : whole;
    int version = latest.path("SDMPackageVersion").asInt();
    String edited =
        object
            .path("SDMPackageXML")
            .asText()
            .replaceFirst("</Info>", "<UserCategories><Tag>Security</Tag></UserCategories></Info>")
            .replaceAll(
                "((<|&lt;)(Application|SettingReference) .*?Version=(\"|&quot;))"
                    + version
                    + "(\"|&quot;)",
                "$1" + (version + 1) + "$5");
    assertThat(edited).contains("<Tag>Security</Tag>");
    raw.post(
        "SMS_Application(" + latest.path("CI_ID").asInt() + ")",
        new ObjectMapper().writeValueAsString(Map.of("SDMPackageXML", edited)));
    site.manifest().replace("sampleSharing: none", "sampleSharing: all");
    assertThat(site.converge()).isEmpty();
    JsonNode now = raw.named("SMS_ApplicationLatest", "LocalizedDisplayName", APPLICATION);
    assertThat(raw.get("SMS_Application(" + now.path("CI_ID").asInt() + ")").toString())
        .contains("<Tag>Security</Tag>");
    assertThat(site.plan().converged()).isTrue();
  }
}
