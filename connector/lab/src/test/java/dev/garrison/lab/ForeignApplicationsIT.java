package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Applications that Microsoft's own library wrote, on a site and on its devices. */
@Tag("first")
final class ForeignApplicationsIT {
  private static final Path FOLDER = Path.of("src/test/resources/dev/garrison/lab/digests/console");
  private final RawSite site = RawSite.start("2207");

  @AfterEach
  void stop() {
    site.close();
  }

  private static List<Path> digests() throws IOException {
    try (Stream<Path> files =
        Files.list(Files.isDirectory(FOLDER) ? FOLDER : Path.of("lab").resolve(FOLDER))) {
      List<Path> all = new ArrayList<>(files.toList());
      Collections.sort(all);
      return all;
    }
  }

  private static String digest(int number) throws IOException {
    return Files.readString(digests().get(number - 1));
  }

  private RawSite.Reply create(String digest) throws Exception {
    RawSite.Reply reply = site.post("wmi/SMS_Application", SampleDigest.body(digest));
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply;
  }

  @Test
  void aSiteTakesAndKeepsAllOfThem() throws Exception {
    for (Path file : digests()) {
      RawSite.Reply made = create(Files.readString(file));
      RawSite.Reply read =
          site.get("wmi/SMS_Application(" + made.json().path("CI_ID").asLong() + ")");
      assertThat(read.value().get(0).path("SDMPackageXML").asText())
          .as(file.toString())
          .startsWith("<AppMgmtDigest ");
    }

    assertThat(site.list("SMS_Application", "IsLatest eq true")).hasSize(39);
    assertThat(site.list("SMS_Application", "IsDeployable eq false")).hasSize(12);
  }

  @Test
  void whatADeviceCannotDetectStaysUnknown() throws Exception {
    long ciId = create(digest(1)).json().path("CI_ID").asLong();
    String collection =
        site.list("SMS_Collection", "Name eq 'Pilot servers'").get(0).path("CollectionID").asText();
    String body =
        """
        {"AssignmentName":"x","AssignmentAction":2,"AssignedCIs":[%d],"TargetCollectionID":"%s",
        "DesiredConfigType":1,"OfferTypeID":0,"OfferFlags":0,"OverrideServiceWindows":true,
        "NotifyUser":false,"SuppressReboot":0,"UserUIExperience":false,
        "StartTime":"2026-11-24T20:00:00Z","EnforcementDeadline":"2026-11-25T02:00:00Z","UseGMTTimes":true}\
        """
            .formatted(ciId, collection);
    RawSite.Reply made = site.post("wmi/SMS_ApplicationAssignment", body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);

    site.pass(Duration.ofDays(2));

    List<Integer> states = new ArrayList<>();
    site.get("wmi/SMS_AppDeploymentAssetDetails")
        .value()
        .forEach(row -> states.add(row.path("EnforcementState").asInt()));
    assertThat(states).isNotEmpty().containsOnly(4000);
  }

  @Test
  void anApplicationThatTakesThePlaceOfAnotherMarksBoth() throws Exception {
    create(new SampleDigest().xml());
    String scope = SampleDigest.MODEL.split("/", -1)[0];
    String superseded = SampleDigest.MODEL.split("/", -1)[1];
    String rule =
        """
        <Supersedes><DeploymentTypeRule xmlns="%s" id="DTRule_9" Severity="Critical">\
        <DeploymentTypeIntentExpression DesiredState="Prohibited">\
        <DeploymentTypeApplicationReference AuthoringScopeId="%s" LogicalName="%s"/>\
        <DeploymentTypeReference AuthoringScopeId="%s" LogicalName="DeploymentType_22222222-2222-4222-8222-222222222222" Changeable="true"/>\
        </DeploymentTypeIntentExpression></DeploymentTypeRule></Supersedes><DeploymentTechnology>\
        """
            .formatted(
                "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/06/14/Rules",
                scope,
                superseded,
                scope);
    create(SampleDigest.mode(1).xml().replace("<DeploymentTechnology>", rule));

    assertThat(
            site.list("SMS_Application", "IsSuperseding eq true")
                .get(0)
                .path("LocalizedDisplayName")
                .asText())
        .isEqualTo("Mode");
    assertThat(
            site.list("SMS_Application", "IsSuperseded eq true")
                .get(0)
                .path("LocalizedDisplayName")
                .asText())
        .isEqualTo("Sensor");
  }
}
