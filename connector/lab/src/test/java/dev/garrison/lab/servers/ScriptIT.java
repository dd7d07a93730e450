package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.lab.adminservice.script.ScriptLibrary;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Run Scripts, as a client that speaks plain HTTP meets it. */
@Tag("first")
final class ScriptIT {
  private static final String GUID = "0B1C2D3E-0000-4000-8000-00000000000A";
  private static final String APPROVAL =
      "{\"ApprovalState\":\"3\",\"Approver\":\"LAB\\\\jo\",\"Comment\":\"\"}";
  private static final Duration ENOUGH = Duration.ofSeconds(45);
  private final RawSite site = RawSite.start("mixed");

  @AfterEach
  void stop() {
    site.close();
  }

  private static String creation(String script) {
    return """
    {"ScriptGuid":"%s","ScriptName":"Ours","Author":"LAB\\\\jo","Script":"%s","ScriptVersion":"1",
    "ScriptType":0,"ParamsDefinition":"","ParameterlistXML":""}
    """
        .formatted(
            GUID, Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8)));
  }

  private RawSite.Reply create(String script) throws Exception {
    return site.post("wmi/SMS_Scripts.CreateScripts", creation(script));
  }

  private RawSite.Reply approve() throws Exception {
    return site.post(
        "wmi/SMS_Scripts('%s')/AdminService.UpdateApprovalState".formatted(GUID), APPROVAL);
  }

  private long device(String name) throws Exception {
    return site.list("SMS_R_System", "Name eq '" + name + "'").get(0).path("ResourceId").asLong();
  }

  private RawSite.Reply run(String server) throws Exception {
    return run(server, "{\"ScriptGuid\":\"%s\"}".formatted(GUID));
  }

  private RawSite.Reply run(String server, String body) throws Exception {
    return site.post("v1.0/Device(%d)/AdminService.RunScript".formatted(device(server)), body);
  }

  private void approved(String script) throws Exception {
    assertThat(create(script).status()).isEqualTo(201);
    site.lab().withScripts(library -> library.approve("Ours"));
  }

  private JsonNode ran(String server) throws Exception {
    long id = run(server).value().asLong();
    site.pass(ENOUGH);
    return site.list("SMS_ScriptsExecutionStatus", "ClientOperationId eq " + id).get(0);
  }

  @Test
  void aScriptIsMadeAndWaitsForApprovalAndItsTextIsLazy() throws Exception {
    RawSite.Reply made = create("Write-Output 'x'");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("ReturnValue").asInt()).isZero();
    JsonNode listed = site.list("SMS_Scripts", "ScriptName eq 'Ours'").get(0);
    assertThat(listed.path("ApprovalState").asInt()).isZero();
    assertThat(listed.path("Script").isNull()).isTrue();
    assertThat(listed.path("ScriptHash").asText())
        .isEqualTo("0E8149C68A392712AB195BF0F88BF5C8C99A4102D3E3DEA36D281AFCFE4522B9");
    assertThat(site.get("wmi/SMS_Scripts('" + GUID + "')").value().get(0).path("Script").asText())
        .isEqualTo(
            Base64.getEncoder()
                .encodeToString("Write-Output 'x'".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aCreationNeedsEveryParameterAndKnowsNoOther() throws Exception {
    assertThat(
            site.post(
                    "wmi/SMS_Scripts.CreateScripts",
                    creation("x").replace("\"ParamsDefinition\":\"\",", ""))
                .status())
        .isEqualTo(404);
    assertThat(
            site.post(
                    "wmi/SMS_Scripts.CreateScripts",
                    creation("x").replace("\"ScriptType\"", "\"Colour\":\"red\",\"ScriptType\""))
                .status())
        .isEqualTo(404);
    assertThat(create("x").status()).isEqualTo(201);
    assertThat(create("x").status()).isEqualTo(500);
  }

  @Test
  void aCreationTakesAGuidInUpperCaseOnly() throws Exception {
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_Scripts.CreateScripts",
            creation("Get-Date").replace(GUID, GUID.toLowerCase(Locale.ROOT)));
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).contains("is not a GUID in upper case");
    assertThat(site.list("SMS_Scripts", "ScriptName eq 'Ours'")).isEmpty();
  }

  @Test
  void nobodyApprovesOnesOwnScriptUnlessTheHierarchyAllowsIt() throws Exception {
    create("Write-Output 'x'");
    RawSite.Reply refused = approve();
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.message()).contains("TwoKeyApproval");
    site.lab().withScripts(library -> library.wantsAnotherApprover(false));
    assertThat(approve().status()).isEqualTo(201);
    assertThat(
            site.list("SMS_Scripts", "ScriptName eq 'Ours'").get(0).path("ApprovalState").asInt())
        .isEqualTo(3);
  }

  @Test
  void aScriptThatIsNotApprovedIsForbiddenWithoutABody() throws Exception {
    create("Write-Output 'x'");
    assertThat(run("OWN01").status()).isEqualTo(403);
    assertThat(run("OWN01").text()).isEmpty();
    site.lab().withScripts(library -> library.deny("Ours"));
    assertThat(run("OWN01").status()).isEqualTo(403);
    site.lab().withScripts(library -> library.replaceText("Ours", "Write-Output 'y'"));
    assertThat(run("OWN01").status()).isEqualTo(200);
  }

  @Test
  void aScriptThatIsEditedWaitsForApprovalAnew() throws Exception {
    approved("Write-Output 'x'");
    String before = hash();
    String edit = "wmi/SMS_Scripts('%s')/AdminService.UpdateScript".formatted(GUID);
    assertThat(site.post(edit, "{\"Script\":\"eA==\",\"ScriptName\":\"Ours\"}").status())
        .isEqualTo(404);
    assertThat(
            site.post(edit, "{\"Script\":\"eA==\",\"ScriptName\":\"Ours\",\"ScriptVersion\":\"2\"}")
                .status())
        .isEqualTo(201);
    assertThat(hash()).isNotEqualTo(before);
    assertThat(run("OWN01").status()).isEqualTo(403);
  }

  private String hash() throws Exception {
    return site.list("SMS_Scripts", "ScriptName eq 'Ours'").get(0).path("ScriptHash").asText();
  }

  @Test
  void theOtherRouteListsScriptsWithoutTheirTexts() throws Exception {
    create("Write-Output 'x'");
    JsonNode named = site.get("v1.0/Script?$filter=ScriptName%20eq%20'Ours'").value();
    assertThat(named).hasSize(1);
    assertThat(named.get(0).path("ApprovalState").asInt()).isZero();
    assertThat(named.get(0).has("Script")).isFalse();
    assertThat(site.get("v1.0/Script?$filter=ScriptName%20eq%20'Theirs'").value()).isEmpty();
    assertThat(site.get("v1.0/Script/" + GUID).json().path("ScriptName").asText())
        .isEqualTo("Ours");
    assertThat(site.get("v1.0/Script/" + GUID.replace('0', '1')).status()).isEqualTo(404);
    assertThat(site.get("v1.0/Script?$filter=Author%20eq%20'x'").status()).isEqualTo(400);
  }

  @Test
  void aRunTakesTheGuidAndNothingElse() throws Exception {
    approved("Write-Output 'x'");
    assertThat(
            run("OWN01", "{\"ScriptGuid\":\"%s\",\"ScriptVersion\":\"1\"}".formatted(GUID))
                .status())
        .isEqualTo(400);
    assertThat(run("OWN01", "{\"ScriptGuid\":\"00000000-0000-4000-8000-000000000000\"}").status())
        .isEqualTo(404);
  }

  @Test
  void theResultComesWhenTheClientReportedAndAsJson() throws Exception {
    approved("Write-Output 'C:\\x'");
    RawSite.Reply started = run("OWN01");
    assertThat(started.status()).isEqualTo(200);
    long id = started.value().asLong();
    String result =
        "v1.0/Device(%d)/AdminService.ScriptResult(OperationId=%d)".formatted(device("OWN01"), id);
    site.pass(Duration.ofSeconds(5));
    assertThat(site.list("SMS_ScriptsExecutionStatus", "ClientOperationId eq " + id)).isEmpty();
    assertThat(site.get(result).status()).isEqualTo(404);
    site.pass(ENOUGH);
    JsonNode row = site.list("SMS_ScriptsExecutionStatus", "ClientOperationId eq " + id).get(0);
    assertThat(row.path("ScriptExecutionState").asInt()).isEqualTo(1);
    assertThat(row.path("ScriptExitCode").asInt()).isZero();
    assertThat(row.path("ScriptOutput").asText()).isEqualTo("\"C:\\\\x\"");
    assertThat(site.get(result).value().toString())
        .isEqualTo(
            "{\"Status\":\"1\",\"MoreResult\":false,\"Result\":[{\"ScriptOutput\":\"\\\"C:\\\\\\\\x\\\"\"}]}");
    assertThat(site.get(result.replace(String.valueOf(id), "1")).status()).isEqualTo(400);
  }

  @Test
  void anExitCodeIsLostAndAnErrorIsNot() throws Exception {
    approved("Write-Output 'before'\nexit 2\nWrite-Output 'after'");
    JsonNode row = ran("OWN01");
    assertThat(row.path("ScriptExitCode").asInt()).isZero();
    assertThat(row.path("ScriptOutput").asText()).isEqualTo("\"before\"");
    site.lab().withScripts(library -> library.replaceText("Ours", "throw 'no'"));
    JsonNode failed = ran("OWN01");
    assertThat(failed.path("ScriptExecutionState").asInt()).isEqualTo(2);
    assertThat(failed.path("ScriptExitCode").asInt()).isEqualTo(-2147467259);
  }

  @Test
  void outputIsCutAndTheSummaryHasTheRestWhenReadByItsKey() throws Exception {
    approved("Write-Output '" + "x".repeat(5000) + "'");
    JsonNode row = ran("OWN01");
    assertThat(row.path("ScriptOutput").asText()).hasSize(4000);
    String key =
        "SMS_ScriptsExecutionSummary(TaskID='%s',ScriptGuid='%s',OutputAndExitCode='%s')"
            .formatted(
                row.path("TaskID").asText().replace("{", "%7B").replace("}", "%7D"),
                GUID,
                row.path("ScriptOutputHash").asText());
    assertThat(site.get("wmi/" + key).value().get(0).path("FullOutput").asText()).hasSize(5002);
  }

  @Test
  void aClientThatIsOffRunsItWithinAnHourAndNotLater() throws Exception {
    approved("Write-Output 'x'");
    site.lab().servers().turnOff("OWN01");
    long id = run("OWN01").value().asLong();
    site.pass(ENOUGH);
    JsonNode task = site.list("SMS_ScriptsExecutionTask", "ClientOperationId eq " + id).get(0);
    assertThat(task.path("OfflineClients").asInt()).isEqualTo(1);
    assertThat(task.path("TotalClients").asInt()).isEqualTo(1);
    site.lab().servers().turnOn("OWN01");
    site.pass(Duration.ofMinutes(2));
    assertThat(site.list("SMS_ScriptsExecutionStatus", "ClientOperationId eq " + id)).hasSize(1);
    site.lab().servers().turnOff("OWN01");
    long late = run("OWN01").value().asLong();
    site.pass(Duration.ofMinutes(61));
    site.lab().servers().turnOn("OWN01");
    site.pass(Duration.ofHours(2));
    assertThat(site.list("SMS_ScriptsExecutionStatus", "ClientOperationId eq " + late)).isEmpty();
  }

  @Test
  void theDetectionTestRaisesAnAlertWhereTheSensorWorks() throws Exception {
    approved(
        "Start-Process x '(New-Object System.Net.WebClient).DownloadFile(''http://127.0.0.1/1.exe'', ''C:\\\\test-MDATP-test\\\\invoice.exe'')'");
    assertThat(ran("OWN01").path("ScriptOutput").asText()).contains("\\\"code\\\":0");
    assertThat(site.lab().servers().detectionAlerts("OWN01")).isEqualTo(1);
    assertThat(ran("DC02").path("ScriptOutput").asText()).contains("\\\"code\\\":20051");
    assertThat(site.lab().servers().detectionAlerts("DC02")).isZero();
    site.lab().servers().makeTestFolder("OWN01");
    assertThat(ran("OWN01").path("ScriptOutput").asText()).contains("\\\"code\\\":20050");
    assertThat(site.lab().servers().detectionAlerts("OWN01")).isEqualTo(1);
  }

  @Test
  void whereScriptsMustBeSignedAnUnsignedOneIsNotRun() throws Exception {
    try (RawSite strict = RawSite.start("2207")) {
      strict.post("wmi/SMS_Scripts.CreateScripts", creation("Write-Output 'x'"));
      strict.lab().withScripts(library -> library.approve("Ours"));
      long device =
          strict.list("SMS_R_System", "Name eq 'DC02'").get(0).path("ResourceId").asLong();
      strict.post(
          "v1.0/Device(%d)/AdminService.RunScript".formatted(device),
          "{\"ScriptGuid\":\"%s\"}".formatted(GUID));
      strict.pass(ENOUGH);
      assertThat(
              strict
                  .list("SMS_ScriptsExecutionStatus", "ResourceId eq " + device)
                  .get(0)
                  .path("ScriptOutput")
                  .asText())
          .isEqualTo("\"The script is not digitally signed.\"");
    }
  }

  @Test
  void eachStepTakesARightOfItsOwn() throws Exception {
    without(Secured.SCRIPT, Right.CREATE);
    assertThat(create("x").status()).isEqualTo(403);
    everything();
    create("Write-Output 'x'");
    site.lab().withScripts(library -> library.wantsAnotherApprover(false));
    for (Right right : Set.of(Right.APPROVE, Right.MODIFY)) {
      without(Secured.SCRIPT, right);
      assertThat(approve().status()).as(right.name()).isEqualTo(403);
    }
    everything();
    approve();
    without(Secured.COLLECTION, Right.RUN_SCRIPT);
    assertThat(run("OWN01").status()).isEqualTo(403);
    everything();
    without(Secured.SCRIPT, Right.READ);
    assertThat(run("OWN01").status()).isEqualTo(403);
    assertThat(site.list("SMS_Scripts", "ScriptName eq 'Ours'")).isEmpty();
    everything();
    without(Secured.SCRIPT, Right.DELETE);
    assertThat(site.delete("wmi/SMS_Scripts('" + GUID + "')").status()).isEqualTo(403);
    everything();
    assertThat(site.delete("wmi/SMS_Scripts('" + GUID + "')").status()).isEqualTo(204);
  }

  private void without(Secured kind, Right right) {
    Set<Right> others = EnumSet.allOf(Right.class);
    others.remove(right);
    site.lab().rights().only(kind, others);
  }

  private void everything() {
    site.lab().rights().only(Secured.SCRIPT, EnumSet.allOf(Right.class));
    site.lab().rights().only(Secured.COLLECTION, EnumSet.allOf(Right.class));
  }

  @Test
  void theMetadataListsWhatIsThere() throws Exception {
    assertThat(site.get("v1.0/$metadata").text())
        .contains("<Action Name=\"RunScript\" IsBound=\"true\">");
    assertThat(site.get("wmi/$metadata").text())
        .contains(
            "<ActionImport Name=\"SMS_Scripts.CreateScripts\"",
            "<Action Name=\"UpdateApprovalState\" IsBound=\"true\">");
  }

  @Test
  void aLibraryThatHasAScriptOfSomebodyElseShowsIt() throws Exception {
    site.lab().withScripts((ScriptLibrary library) -> library.add(GUID, "Theirs", "throw 'x'"));
    assertThat(
            site.list("SMS_Scripts", "ScriptGuid eq '" + GUID + "'").get(0).path("Author").asText())
        .isEqualTo("LAB\\approver");
  }
}
