package dev.garrison.lab;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.Timeline;
import dev.garrison.lab.adminservice.site.SiteFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Creates applications and deployments of other administrators through the site's own classes. */
record OthersWork(List<ProviderClass> classes, Timeline timeline) {
  private static final Duration LEAD = Duration.ofDays(7);

  /** Creates them all, and returns their number. */
  int all(List<SiteFile.Other> others) {
    others.forEach(this::make);
    return others.size();
  }

  private void make(SiteFile.Other other) {
    ObjectNode application =
        named("SMS_Application")
            .create(Rows.row().set("SDMPackageXML", digest(other.digest())).done());
    other.deployedTo().ifPresent(collection -> deploy(application, collection, other.required()));
  }

  private void deploy(ObjectNode application, String collection, boolean required) {
    String name = application.path("LocalizedDisplayName").asText();
    Rows body =
        Rows.row()
            .set("AssignmentName", name + "_" + collection + "_Install")
            .set(
                "AssignedCIs",
                JsonNodeFactory.instance.arrayNode().add(application.path("CI_ID").asInt()))
            .set("TargetCollectionID", collectionId(collection))
            .set("AssignmentAction", 2)
            .set("AssignmentType", 2)
            .set("DesiredConfigType", 1)
            .set("OfferTypeID", required ? 0 : 2)
            .set("OfferFlags", 0)
            .set("Priority", 1)
            .set("Enabled", true)
            .set("NotifyUser", true)
            .set("UserUIExperience", true)
            .set("OverrideServiceWindows", false)
            .set("RebootOutsideOfServiceWindows", false)
            .set("LogComplianceToWinEvent", false)
            .set("RequireApproval", false)
            .set("SendDetailedNonComplianceStatus", false)
            .set("UpdateSupersedence", false)
            .set("DPLocality", 80)
            .set("SuppressReboot", 0)
            .set("UseGMTTimes", true)
            .set("StartTime", timeline.now());
    if (required) {
      body.set("EnforcementDeadline", timeline.now().plus(LEAD));
    }
    named("SMS_ApplicationAssignment").create(body.done());
  }

  private String collectionId(String name) {
    return named("SMS_Collection")
        .rows()
        .filter(row -> row.path("Name").asText().equals(name))
        .map(row -> row.path("CollectionID").asText())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the site file has no collection " + name));
  }

  private ProviderClass named(String name) {
    return classes.stream()
        .filter(served -> served.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the lab does not serve " + name));
  }

  private static String digest(String name) {
    String path = "/dev/garrison/lab/others/" + name + ".xml";
    try (InputStream in = OthersWork.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the lab lacks the digest " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read " + path, e);
    }
  }
}
