package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.lab.RawSite;
import dev.garrison.lab.SampleDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Applications with content from a folder, on their way to the four pilot servers.
 *
 * @param site which reads the folder as {@link #SHARE}
 */
record Pilot(RawSite site, Path folder) {
  static final String SHARE = "\\\\fs01.lab.example\\mde$";

  void write(String version, String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(version));
    Files.writeString(folder.resolve(version).resolve(name), text, StandardCharsets.UTF_8);
  }

  Map<String, Long> files(String version) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (var list = Files.list(folder.resolve(version))) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return files;
  }

  long create(SampleDigest digest) throws Exception {
    RawSite.Reply made = site.post("wmi/SMS_Application", digest.body());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    site.pass(Duration.ofSeconds(10));
    return made.json().path("CI_ID").asLong();
  }

  long created(SampleDigest digest) throws Exception {
    long ciId = create(digest);
    String packageId =
        site.list("SMS_ContentPackage", "SecurityKey eq '" + digest.model() + "'")
            .get(0)
            .path("PackageID")
            .asText();
    String group =
        site.list("SMS_DistributionPointGroup", "Name eq 'Europe DPs'")
            .get(0)
            .path("GroupID")
            .asText();
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_ContentPackage('" + packageId + "')/AdminService.AddDistributionPointGroup",
            "{\"DistributionPointGroup\":[\"" + group + "\"]}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    site.pass(Duration.ofMinutes(5));
    return ciId;
  }

  /** To the four pilot servers, whatever windows they have. */
  String deploy(long ciId, String name, Instant deadline) throws Exception {
    String collection =
        site.list("SMS_Collection", "Name eq 'Pilot servers'").get(0).path("CollectionID").asText();
    RawSite.Reply reply =
        site.post(
            "wmi/SMS_ApplicationAssignment",
            """
            {"ApplicationName":"%s","AssignmentName":"%s","AssignmentDescription":"mark",
            "AssignmentAction":2,"AssignmentType":2,"AssignedCIs":[%d],"TargetCollectionID":"%s",
            "CollectionName":"Pilot servers","DesiredConfigType":1,"OfferTypeID":0,"OfferFlags":0,"Priority":1,
            "Enabled":true,"StartTime":"2026-11-24T20:00:00Z","EnforcementDeadline":"%s","UseGMTTimes":true,
            "NotifyUser":false,"UserUIExperience":false,"OverrideServiceWindows":true,
            "RebootOutsideOfServiceWindows":false,"SuppressReboot":3,"SoftDeadlineEnabled":false,
            "LogComplianceToWinEvent":false,"DisableMomAlerts":false,"RaiseMomAlertsOnFailure":false,
            "SendDetailedNonComplianceStatus":false,"WoLEnabled":false,"ApplyToSubTargets":false,
            "RequireApproval":false,"PersistOnWriteFilterDevices":false,"UpdateSupersedence":false,
            "StateMessagePriority":5,"SourceSite":"PS1"}\
            """
                .formatted(name, name, ciId, collection, deadline));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json().path("AssignmentID").asText();
  }

  JsonNode state(String assignment, String server) throws Exception {
    return site.list(
            "SMS_AppDeploymentAssetDetails",
            "AssignmentID eq " + assignment + " and MachineName eq '" + server + "'")
        .get(0);
  }

  int enforcement(String assignment, String server) throws Exception {
    return state(assignment, server).path("EnforcementState").asInt();
  }
}
