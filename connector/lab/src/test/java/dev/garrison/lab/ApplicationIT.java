package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("first")
final class ApplicationIT {
  private final RawSite site = RawSite.start("2207");

  @AfterEach
  void stop() {
    site.close();
  }

  private RawSite.Reply create(String xml) throws Exception {
    return site.post("wmi/SMS_Application", SampleDigest.body(xml));
  }

  private long created() throws Exception {
    RawSite.Reply reply = create(new SampleDigest().xml());
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("CI_ID").asLong();
  }

  @Test
  void aDigestAloneMakesAnApplicationWithItsDeploymentType() throws Exception {
    RawSite.Reply reply = create(new SampleDigest().xml());

    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    assertThat(reply.json().path("ModelName").asText()).isEqualTo(SampleDigest.MODEL);
    assertThat(reply.json().path("CI_UniqueID").asText()).isEqualTo(SampleDigest.MODEL + "/1");
    assertThat(
            site.list(
                    "SMS_DeploymentType",
                    "AppModelName eq '" + SampleDigest.MODEL + "' and IsLatest eq true")
                .get(0)
                .path("LocalizedDescription")
                .asText())
        .isEqualTo("mark");
    assertThat(
            site.list("SMS_Application", "IsLatest eq true").get(0).path("SDMPackageXML").isNull())
        .isTrue();
  }

  @Test
  void aNewRevisionHasANewIdAndIsTheLatest() throws Exception {
    long first = created();
    RawSite.Reply second =
        site.post(
            "wmi/SMS_Application(" + first + ")",
            new SampleDigest().revision(2).command("powershell.exe -File other.ps1").body());

    assertThat(second.status()).as(second.text()).isEqualTo(201);
    assertThat(second.json().path("CI_ID").asLong()).isNotEqualTo(first);
    assertThat(site.list("SMS_Application", "IsLatest eq false").get(0).path("CI_ID").asLong())
        .isEqualTo(first);
    assertThat(site.get("wmi/SMS_ApplicationLatest").value()).hasSize(1);
  }

  @Test
  void aDigestWithAMistakeIsRefusedAsGenericFailure() throws Exception {
    String good = new SampleDigest().xml();
    Map<String, String> mistakes =
        Map.of(
            "wrong or out of order", good.replace("<Hosting>Native</Hosting>", ""),
            "is not this site's", good.replace("ScopeId_9C4A6F3D", "ScopeId_00000000"),
            "MaxExecuteTime is not a whole number of 15 to 720: '5'",
                good.replace("<MaxExecuteTime>60<", "<MaxExecuteTime>5<"),
            "used twice", good.replace("Res_6", "Res_1"),
            "which Contents does not have",
                good.replace(
                    "<InstallContent ContentId=\"Content_3",
                    "<InstallContent ContentId=\"Content_4"),
            "attributes that nobody knows", good.replace("<Owners/>", "<Owners x=\"y\"/>"),
            "no detection setting is called",
                good.replace(
                    "SettingLogicalName=\"RegSetting_1\"", "SettingLogicalName=\"RegSetting_9\""));
    for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
      RawSite.Reply reply = create(mistake.getValue());
      assertThat(reply.status()).as(mistake.getKey()).isEqualTo(500);
      assertThat(reply.message()).contains("0x80041001").contains(mistake.getKey());
    }
  }

  @Test
  void aRevisionMustRaiseVersionsAndRenewChangedContent() throws Exception {
    String path = "wmi/SMS_Application(" + created() + ")";
    assertThat(site.post(path, new SampleDigest().body()).message()).contains("must rise above 1");
    assertThat(
            site.post(path, new SampleDigest().revision(2).kindVersion(1).command("x").body())
                .message())
        .contains("its Version did not rise");
    assertThat(
            site.post(
                    path,
                    new SampleDigest()
                        .revision(2)
                        .content(
                            "Content_33333333-3333-4333-8333-333333333333",
                            Map.of("install.ps1", 4L))
                        .body())
                .message())
        .contains("changed content gets a new id");
    assertThat(
            site.post(
                    path,
                    new SampleDigest()
                        .revision(2)
                        .content(
                            "Content_44444444-4444-4444-8444-444444444444",
                            Map.of("install.ps1", 3L))
                        .body())
                .message())
        .contains("neither its files nor its location changed");
    assertThat(site.post(path, new SampleDigest().revision(2).kindVersion(1).body()).status())
        .isEqualTo(201);
  }

  @Test
  void theContentPackageShowsSomeSecondsLater() throws Exception {
    created();
    String filter = "SecurityKey eq '" + SampleDigest.MODEL + "'";
    assertThat(site.list("SMS_ContentPackage", filter)).isEmpty();
    site.pass(Duration.ofSeconds(10));
    assertThat(site.list("SMS_ContentPackage", filter).get(0).path("PackageID").asText())
        .matches("PS1[0-9A-F]{5}");
  }

  @Test
  void aNewApplicationIsInTheDefaultScopeOfItsMaker() throws Exception {
    long first = created();
    assertThat(
            site.list("SMS_SecuredCategoryMembership", "ObjectKey eq '" + SampleDigest.MODEL + "'")
                .get(0)
                .path("CategoryID")
                .asText())
        .isEqualTo("SMS00UNA");
    assertThat(
            site.get("wmi/SMS_Application(" + first + ")")
                .value()
                .get(0)
                .path("SecuredScopeNames")
                .toString())
        .isEqualTo("[\"Default\"]");
    assertThat(site.delete("wmi/SMS_Application(" + first + ")").status()).isEqualTo(204);
    assertThat(site.get("wmi/SMS_SecuredCategoryMembership").value()).isEmpty();
  }

  @Test
  void categoriesFoldersAndScopesTakeTheApplication() throws Exception {
    created();
    assertThat(
            site.post(
                    "wmi/SMS_ApplicationLatest",
                    "{\"ModelName\":\""
                        + SampleDigest.MODEL
                        + "\",\"CategoryInstance_UniqueIDs\":[\"a\"]}")
                .status())
        .isEqualTo(201);
    String node =
        site.list("SMS_ObjectContainerNode", "ObjectType eq 6000")
            .get(0)
            .path("ContainerNodeID")
            .asText();
    String move =
        "{\"InstanceKeys\":[\"%s\"],\"ContainerNodeID\":%s,\"TargetContainerNodeID\":%s,\"ObjectType\":6000}";
    String path = "wmi/SMS_ObjectContainerItem.MoveMembers";
    assertThat(site.post(path, move.formatted(SampleDigest.MODEL, "0", node)).status())
        .isEqualTo(201);
    assertThat(site.post(path, move.formatted(SampleDigest.MODEL, "0", node)).status())
        .isEqualTo(500);
    assertThat(
            site.post(
                    "wmi/SMS_SecuredCategoryMembership.AddMemberships",
                    "{\"ObjectIDs\":[\""
                        + SampleDigest.MODEL
                        + "\"],\"ObjectTypeIDs\":[31],\"CategoryIDs\":[\"PS100001\"]}")
                .status())
        .isEqualTo(201);
    assertThat(site.lab().dump()).contains("folder: Defender").contains("scope: Servers");
  }

  @Test
  void aFolderIsMadeOnceAndTakesWhatItsKindHolds() throws Exception {
    created();
    String body = "{\"Name\":\"Endpoint\",\"ObjectType\":6000,\"ParentContainerNodeID\":0}";
    assertThat(site.post("wmi/SMS_ObjectContainerNode", body).status()).isEqualTo(201);
    assertThat(site.post("wmi/SMS_ObjectContainerNode", body).status()).isEqualTo(500);
    String node =
        site.list("SMS_ObjectContainerNode", "Name eq 'Endpoint'")
            .get(0)
            .path("ContainerNodeID")
            .asText();
    String move =
        "{\"InstanceKeys\":[\"%s\"],\"ContainerNodeID\":%s,\"TargetContainerNodeID\":%s,\"ObjectType\":%s}";
    String path = "wmi/SMS_ObjectContainerItem.MoveMembers";
    assertThat(site.post(path, move.formatted(SampleDigest.MODEL, "0", node, "5000")).status())
        .isEqualTo(500);
    assertThat(site.post(path, move.formatted(SampleDigest.MODEL, "0", node, "6000")).status())
        .isEqualTo(201);
    assertThat(site.post(path, move.formatted(SampleDigest.MODEL, node, "0", "6000")).status())
        .isEqualTo(201);
    assertThat(site.lab().dump()).doesNotContain("folder:");
  }

  @Test
  void retiringWorksOnNewerBuildsOnly() throws Exception {
    String path = "wmi/SMS_Application(" + created() + ")";
    assertThat(site.post(path + "/AdminService.SetIsExpired", "{\"Expired\":true}").status())
        .isEqualTo(201);
    assertThat(site.get(path).value().get(0).path("IsExpired").asBoolean()).isTrue();
    assertThat(site.delete(path).status()).isEqualTo(204);
    assertThat(site.get("wmi/SMS_Application").value()).isEmpty();
  }

  @Test
  void clientSettingsAreReadable() throws Exception {
    var agents =
        site.get("wmi/SMS_ClientSettings(16777217)").value().get(0).path("AgentConfigurations");
    var agent = agents.get(0);
    assertThat(agent.path("AgentID").asInt()).isEqualTo(20);
    assertThat(agent.path("InstallSCEPClient").asBoolean()).isFalse();
    assertThat(agent.has("DefenderAgent")).isTrue();
    assertThat(agents.get(1).path("AgentID").asInt()).isEqualTo(4);
    assertThat(agents.get(1).path("PowerShellExecutionPolicy").asInt()).isZero();
  }
}
