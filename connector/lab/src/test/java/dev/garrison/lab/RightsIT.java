package dev.garrison.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an account meets that lacks a right: no row, or 403 without a body and no effect. */
@Tag("first")
final class RightsIT {
  private static final String RING = "{\"Name\":\"Ring 1\",\"LimitToCollectionID\":\"SMS00001\"}";
  private final RawSite site = RawSite.start("2509");
  private String ring = "";
  private long application;

  @BeforeEach
  void make() throws Exception {
    ring = site.post("wmi/SMS_Collection", RING).json().path("CollectionID").asText();
    application =
        site.post("wmi/SMS_Application", new SampleDigest().body()).json().path("CI_ID").asLong();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  /** A request that takes one right. */
  @FunctionalInterface
  private interface Write {
    RawSite.Reply send() throws Exception;
  }

  private void takes(Secured kind, Right right, Write write) throws Exception {
    String before = site.lab().dump();
    Set<Right> others = EnumSet.allOf(Right.class);
    others.remove(right);
    site.lab().rights().only(kind, others);
    RawSite.Reply refused = write.send();
    assertThat(refused.status()).as("without %s, %s", right, refused.text()).isEqualTo(403);
    assertThat(refused.text()).isEmpty();
    assertThat(site.lab().dump()).isEqualTo(before);
    site.lab().rights().only(kind, EnumSet.of(Right.READ, right));
    RawSite.Reply done = write.send();
    assertThat(done.status()).as("with %s, %s", right, done.text()).isBetween(200, 204);
  }

  @Test
  void collectionsTakeARightForEachWrite() throws Exception {
    takes(
        Secured.COLLECTION,
        Right.CREATE,
        () -> site.post("wmi/SMS_Collection", RING.replace("1\"", "2\"")));
    takes(
        Secured.COLLECTION,
        Right.MODIFY,
        () ->
            site.put(
                "wmi/SMS_Collection('" + ring + "')",
                """
                {"CollectionID":"%s","Name":"Ring 1","CollectionType":2,"LimitToCollectionID":"SMS00001",\
                "RefreshType":1,"Comment":"x"}\
                """
                    .formatted(ring)));
    takes(
        Secured.COLLECTION,
        Right.MODIFY,
        () -> site.post("wmi/SMS_Collection('" + ring + "')/AdminService.RequestRefresh", "{}"));
    takes(
        Secured.COLLECTION,
        Right.MODIFY,
        () ->
            site.put("wmi/SMS_CollectionSettings('" + ring + "')", "{\"CollectionVariables\":[]}"));
    takes(
        Secured.COLLECTION,
        Right.MODIFY_RESOURCE,
        () -> site.put("wmi/SMS_MachineSettings(16777219)", "{\"MachineVariables\":[]}"));
    takes(
        Secured.COLLECTION, Right.DELETE, () -> site.delete("wmi/SMS_Collection('" + ring + "')"));
  }

  @Test
  void applicationsTakeARightForEachWrite() throws Exception {
    takes(
        Secured.APPLICATION,
        Right.MODIFY,
        () ->
            site.post(
                "wmi/SMS_Application(" + application + ")", new SampleDigest().revision(2).body()));
    long latest = site.list("SMS_Application", "IsLatest eq true").get(0).path("CI_ID").asLong();
    takes(
        Secured.APPLICATION,
        Right.DELETE,
        () -> site.delete("wmi/SMS_Application(" + latest + ")"));
    takes(
        Secured.APPLICATION,
        Right.CREATE,
        () -> site.post("wmi/SMS_Application", new SampleDigest().body()));
  }

  @Test
  void foldersAndScopesTakeRightsOnWhatLiesInThem() throws Exception {
    takes(
        Secured.COLLECTION,
        Right.MANAGE_FOLDER,
        () ->
            site.post(
                "wmi/SMS_ObjectContainerNode",
                "{\"Name\":\"Ours\",\"ObjectType\":5000,\"ParentContainerNodeID\":0}"));
    long folder =
        site.list("SMS_ObjectContainerNode", "Name eq 'Ours'")
            .get(0)
            .path("ContainerNodeID")
            .asLong();
    takes(
        Secured.COLLECTION,
        Right.MANAGE_FOLDER_ITEM,
        () ->
            site.post(
                "wmi/SMS_ObjectContainerItem.MoveMembers",
                """
                {"InstanceKeys":["%s"],"ContainerNodeID":0,"TargetContainerNodeID":%d,"ObjectType":5000}\
                """
                    .formatted(ring, folder)));
    takes(
        Secured.APPLICATION,
        Right.SET_SECURITY_SCOPE,
        () ->
            site.post(
                "wmi/SMS_SecuredCategoryMembership.AddMemberships",
                """
                {"ObjectIDs":["%s"],"ObjectTypeIDs":[31],"CategoryIDs":["PS100001"]}\
                """
                    .formatted(SampleDigest.MODEL)));
  }

  @Test
  void whatMayNotBeReadIsNotListed() throws Exception {
    assertThat(site.list("SMS_Collection", "Name eq 'Ring 1'")).hasSize(1);
    site.lab().rights().only(Secured.COLLECTION, EnumSet.of(Right.MODIFY));
    assertThat(site.get("wmi/SMS_Collection").value()).isEmpty();
    assertThat(site.get("wmi/SMS_Collection/$count").text()).isEqualTo("0");
    assertThat(site.get("wmi/SMS_Collection('" + ring + "')").status()).isEqualTo(404);
    assertThat(site.get("wmi/SMS_FullCollectionMembership").value()).isEmpty();
    assertThat(site.get("wmi/SMS_R_System").value()).isEmpty();
    assertThat(site.get("wmi/SMS_Application").value()).isNotEmpty();
    site.lab().rights().only(Secured.APPLICATION, EnumSet.of(Right.MODIFY));
    assertThat(site.get("wmi/SMS_Application").value()).isEmpty();
  }

  @Test
  void whatIsToldIsWhatIsGranted() throws Exception {
    site.lab().rights().only(Secured.POINT_GROUP, EnumSet.of(Right.READ));
    assertThat(
            site.list("SMS_RbacSecuredObject", "ObjectTypeID eq 43")
                .get(0)
                .path("GrantedOperations")
                .asLong())
        .isEqualTo(1);
  }

  @Test
  void tellingClientsTakesTheRightToModifyTheResourcesOfACollection() throws Exception {
    takes(
        Secured.COLLECTION,
        Right.MODIFY_RESOURCE,
        () ->
            site.post(
                "wmi/SMS_ClientOperation.InitiateClientOperation",
                """
                {"Type":8,"TargetCollectionID":"%s","RandomizationWindow":0,"TargetResourceIDs":[]}\
                """
                    .formatted(ring)));
  }

  @Test
  void theClientSettingRouteTakesRightsOfItsOwn() throws Exception {
    takes(
        Secured.COLLECTION,
        Right.DEPLOY_CLIENT_SETTINGS,
        () ->
            site.post(
                "wmi/SMS_ClientSettingsAssignment",
                "{\"ClientSettingsID\":16777217,\"CollectionID\":\"%s\"}".formatted(ring)));
    site.lab().inConsole(console -> console.makePolicy("Onboarding", SampleDigest.ORG));
    takes(
        Secured.COLLECTION,
        Right.DEPLOY_CONFIGURATION_ITEMS,
        () ->
            site.post(
                "wmi/SMS_ConfigurationPolicyAssignment",
                """
                {"AssignmentName":"x","AssignedCIs":[16780300],"AssignmentAction":2,"AssignmentType":8,\
                "DesiredConfigType":1,"DPLocality":80,"Enabled":true,"LimitStateMessageVerbosity":false,\
                "LogComplianceToWinEvent":false,"NotifyUser":false,"SendDetailedNonComplianceStatus":false,\
                "StartTime":"2026-11-24T21:00:00Z","SuppressReboot":3,"TargetCollectionID":"%s",\
                "UseGMTTimes":true,"UserUIExperience":false}\
                """
                    .formatted(ring)));
  }
}
