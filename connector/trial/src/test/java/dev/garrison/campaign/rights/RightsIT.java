package dev.garrison.campaign.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.servers.JavaProcess;
import dev.garrison.trial.PackedProgram;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A whole apply with the rights that docs/reference/rights.md asks for, and with one of them
 * missing.
 */
final class RightsIT {
  private static final String REMEDY =
      "Add an administrative user with the required security role for the account (Administration > Security > Administrative Users). After a server upgrade, also check the members of the group SMS Admins.";

  /** Of what is not there yet, or is as it shall be. */
  private static final Set<Action> AS_WANTED = EnumSet.of(Action.NO_OP, Action.CREATE, Action.WAIT);

  @TempDir private Path folder;

  private static TrialSite site(Path folder, Instant start) {
    TrialSite site = new TrialSite("2107-rollup", folder, start);
    site.manifest()
        .replace(
            "limitingCollection: All Servers",
            "consoleFolder: Defender here\nsecurityScopes: [Servers]\nlimitingCollection: All Servers");
    return site;
  }

  private static void grant(TrialSite site, Map<Secured, Set<Right>> rights) {
    for (Secured kind : Secured.values()) {
      site.lab().rights().only(kind, rights.getOrDefault(kind, Set.of()));
    }
  }

  private static String undisturbed(Path folder) {
    try (TrialSite site = site(folder, TrialSite.START)) {
      assertThat(site.converge()).isEmpty();
      return site.lab().dump();
    }
  }

  private static Set<String> messages(TrialSite site) {
    return site.converge().stream()
        .map(Diagnostic::toString)
        .map(text -> text.replaceAll("PS1[0-9A-F]{5}", "PACKAGE"))
        .collect(Collectors.toSet());
  }

  @Test
  void theDocumentedRightsSuffice() {
    try (TrialSite site = site(folder.resolve("least"), TrialSite.START)) {
      grant(site, DocumentedRights.read());
      assertThat(site.converge()).isEmpty();
      assertThat(site.plan().converged()).isTrue();
      assertThat(site.lab().dump()).isEqualTo(undisturbed(folder.resolve("all")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "COLLECTION, CREATE, wmi/SMS_Collection",
    "COLLECTION, DEPLOY_APPLICATIONS, wmi/SMS_ApplicationAssignment",
    "COLLECTION, MANAGE_FOLDER, wmi/SMS_ObjectContainerNode",
    "COLLECTION, MANAGE_FOLDER_ITEM, wmi/SMS_ObjectContainerItem.MoveMembers",
    "APPLICATION, CREATE, wmi/SMS_Application",
    "APPLICATION, MANAGE_FOLDER_ITEM, wmi/SMS_ObjectContainerItem.MoveMembers",
    "APPLICATION, SET_SECURITY_SCOPE, wmi/SMS_SecuredCategoryMembership.AddMemberships",
    "POINT_GROUP, COPY_TO_DISTRIBUTION_POINT, wmi/SMS_ContentPackage('PACKAGE')/AdminService.AddDistributionPointGroup"
  })
  void aMissingRightIsNamedAndNothingIsLeftHalfWritten(
      Secured kind, Right missing, String request) {
    try (TrialSite site = site(folder.resolve("one"), TrialSite.START)) {
      grant(site, DocumentedRights.without(kind, missing));
      assertThat(messages(site))
          .containsExactly(
              "The administration service on %s denied access: POST %s (HTTP 403: forbidden). %s [ACCESS_DENIED GAR-0202]"
                  .formatted(site.lab().adminService().getAuthority(), request, REMEDY));
      assertThat(
              site.plan().changes().stream()
                  .filter(change -> !AS_WANTED.contains(change.action()))
                  .map(change -> change.address().toString()))
          .as("an application has the scopes of its maker until the step for its own")
          .allMatch(address -> address.startsWith("scope/"));
      grant(site, DocumentedRights.read());
      assertThat(site.converge()).isEmpty();
      assertThat(site.lab().dump()).isEqualTo(undisturbed(folder.resolve("all")));
    }
  }

  /**
   * Nothing asks for the right before; the object's own number keeps the next run from doubling it.
   */
  @Test
  void whatMayBeMadeAndNotReadIsToldAndMadeOnce() {
    try (TrialSite site = site(folder.resolve("blind"), TrialSite.START)) {
      grant(site, DocumentedRights.without(Secured.APPLICATION, Right.READ));
      assertThat(messages(site))
          .containsExactlyInAnyOrder(
              unread("settings"), unread("2012 R2"), unread("2019"), unread("2022"));
      grant(site, DocumentedRights.read());
      assertThat(site.converge()).isEmpty();
      assertThat(site.lab().dump()).isEqualTo(undisturbed(folder.resolve("all")));
    }
  }

  private static String unread(String system) {
    return "application/Defender for Endpoint %s was written, but no such object exists when it is read back. Check whether the object is in the console. If it is, give the account permission to read it; if not, check SMSProv.log. Then create a new plan. The server accepted the write. [READ_BACK_DIFFERS GAR-0507]"
        .formatted(system);
  }

  @Test
  void whatMayNotBeReadIsMissedBeforeAnythingIsWritten() {
    try (TrialSite site = site(folder.resolve("blind"), TrialSite.START)) {
      String before = site.lab().dump();
      site.lab().rights().only(Secured.POINT_GROUP, EnumSet.of(Right.COPY_TO_DISTRIBUTION_POINT));
      assertThat(messages(site))
          .containsExactly(
              "The distribution point group \"Europe DPs\" wasn't found on the site (%s:25). The site shows this account none. If there are some, add the permission to read them to the account's security role. [GROUP_UNKNOWN GAR-0522]"
                  .formatted(site.manifest().file()));
      site.lab().rights().only(Secured.SITE, EnumSet.of(Right.MODIFY));
      assertThat(messages(site))
          .containsExactly(
              "The site lists no primary site and no central administration site. Grant the account permission to read sites, and run the command again. [SITES_MISSING GAR-0244]");
      assertThat(site.lab().dump()).isEqualTo(before);
    }
  }

  @Test
  void theProgramEndsWithWhatWasDeniedAndDoesTheRest() throws InterruptedException {
    Path home = folder.resolve("program");
    try (TrialSite site = site(home, Instant.now())) {
      grant(site, DocumentedRights.without(Secured.APPLICATION, Right.CREATE));
      JavaProcess.Result denied = PackedProgram.run(home, "apply", "--yes");
      assertThat(denied.exit()).isEqualTo(1);
      assertThat(Set.copyOf(denied.problems()))
          .containsExactly(
              "error: The administration service on %s denied access: POST wmi/SMS_Application (HTTP 403: forbidden). [GAR-0202] Fix: %s"
                  .formatted(site.lab().adminService().getAuthority(), REMEDY));
      assertThat(site.lab().dump()).contains("MDE pilot").doesNotContain("Defender for Endpoint");
    }
  }
}
