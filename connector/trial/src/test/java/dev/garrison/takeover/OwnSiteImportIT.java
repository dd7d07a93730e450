package dev.garrison.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.change.Action;
import dev.garrison.lab.ServedRequest;
import dev.garrison.lab.adminservice.endpointprotection.AgentSetting;
import dev.garrison.trial.TrialImport;
import dev.garrison.trial.TrialImport.Ended;
import dev.garrison.trial.TrialManifest;
import dev.garrison.trial.TrialSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest of Garrison's own objects was lost. */
final class OwnSiteImportIT {
  private static final String STATED =
      """
        onboarding: packages/WindowsDefenderATPOnboardingScript.cmd
        trust:
          - {certificate: packages/sample-root.pem, publisher: Garrison demonstration}
          - {names: [Seville.Windows.com], root: packages/sample-onboarding-root.pem}
      """;
  private static final String TWO_RINGS =
      """
          antivirus: active
        - name: rest
          collections: [Web servers]
          exclude: [Left alone]
          maxDevices: 9
          deadline: "+5d 23:30"
          antivirus: passive
          localTime: false
      """;

  @TempDir Path folder;
  private TrialSite site;
  private Path file;

  @BeforeEach
  void start() {
    site = new TrialSite("2207", folder);
    file = folder.resolve("imported.yaml");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Ended rebuild(String... more) {
    int before = site.lab().requests().all().size();
    String[] words = new String[more.length + 2];
    words[0] = "--publish-to";
    words[1] = "folder:" + site.share();
    System.arraycopy(more, 0, words, 2, more.length);
    Ended ended = TrialImport.run(site, file, words);
    List<ServedRequest> sent = site.lab().requests().all();
    assertThat(sent.subList(before, sent.size()))
        .extracting(ServedRequest::method)
        .containsOnly("GET");
    return ended;
  }

  private String imported() throws IOException {
    return Files.readString(file);
  }

  /** What stands nowhere on a site. */
  private void stateTheRest() throws IOException {
    site.manifest()
        .text(
            imported()
                .replace(
                    "  onboarding: packages/WindowsDefenderATPOnboardingPackage.zip\n", STATED));
  }

  @Test
  void aSiteThatWasConvergedNeedsNothingByTheManifestThatIsRebuilt() throws IOException {
    site.manifest()
        .replace("limitingCollection:", "consoleFolder: Defender here\nlimitingCollection:");
    assertThat(site.converge()).isEmpty();
    Ended ended = rebuild();
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(imported())
        .contains(
            "name: 'trial'\n",
            "  contentSource: '\\\\files.lab.example\\mde$'\n",
            "  orgId: '5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2'\n",
            "operatingSystems: [2012R2, 2019, 2022]\n",
            "consoleFolder: 'Defender here'\n",
            "limitingCollection: 'All Servers'\n",
            "  groups: ['Europe DPs']\n",
            """
              - name: 'pilot'
                collections: ['Pilot servers']
                # 4 now, and a fifth more as headroom.
                maxDevices: 5
            """,
            "    deadline: '+3d 22:00'\n",
            "    antivirus: active\n",
            "sampleSharing: 'none'\n");
    stateTheRest();
    assertThat(site.plan().converged()).as(site.plan().toString()).isTrue();
  }

  /** Which of the two tells the groups of content, no public client shows. */
  @ParameterizedTest
  @ValueSource(strings = {"SMS_DPGroupPackages", "SMS_DPGroupContentInfo"})
  void theGroupsOfContentAreSeenWithoutOneOfTheClasses(String missing) throws IOException {
    site.settle();
    site.lab().lack(missing);
    assertThat(rebuild().code()).isZero();
    assertThat(imported()).contains("  groups: ['Europe DPs']\n");
  }

  @Test
  void theGroupThatAPersonNamesCounts() throws IOException {
    site.settle();
    assertThat(rebuild("--distribution-group", "Americas DPs").code()).isZero();
    assertThat(imported()).contains("  groups: ['Americas DPs']\n");
  }

  @Test
  void ringsExceptionsNamesAndModesComeBackInTheirOrder() throws IOException {
    site.manifest().replace("    antivirus: active\n", TWO_RINGS);
    site.manifest()
        .text(
            site.manifest().text()
                + "naming: {application: \"Sensor {os}\", collection: \"{ring} of MDE, {os}\", deployment: \"To {ring}: {os}\"}\n"
                + "exceptions: [{server: FS01, reason: old, owner: Jo, until: 2027-01-01}]\n");
    site.makeCollection("Web servers", "APP01", "APP03");
    site.makeCollection("Left alone", "APP03");
    site.settle();
    assertThat(rebuild().err())
        .contains("Missing: --antivirus (ring \"rest\" has no deployment that shows the mode).");
    Ended ended = rebuild("--antivirus", "passive");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(imported())
        .contains(
            "naming:\n  application: 'Sensor {os}'\n  collection: '{ring} of MDE, {os}'\n",
            "  - server: 'FS01'\n    reason: 'imported: the reason is not on the site'\n",
            "    exclude: ['Left alone']\n")
        .containsSubsequence(
            "name: 'pilot'", "antivirus: active", "name: 'rest'", "antivirus: passive");
    assertThat(ended.out())
        .contains(
            "gates, offboard, holdBack, keepApart, blackout days, distribution.threshold, and");
    stateTheRest();
    assertThat(site.plan().changes())
        .filteredOn(change -> change.action() != Action.NO_OP && change.action() != Action.WAIT)
        .isEmpty();
  }

  @Test
  void theClientSettingRouteComesBackAndItsNumberIsAPersonsWord() throws IOException {
    site.manifest()
        .replace("  installer: packages/md4ws.msi\n  installScript: packages/install.ps1\n", "");
    site.manifest()
        .replace(
            "distribution:\n  groups: [Europe DPs]\n",
            "rollout: {method: client-setting, clientSetting: MDE client, onboardingPolicy: MDE onboarding, defenderAgent: 1}\n");
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient("MDE client", 1)));
    site.lab()
        .inConsole(console ->
            console.makePolicy("MDE onboarding", "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2"));
    assertThat(site.converge()).isEmpty();
    assertThat(rebuild("--sample-sharing", "none").err())
        .contains("Missing: --content-source (", "--org-id (", "[GAR-0140]");
    site.pass(Duration.ofDays(2));
    assertThat(site.apply()).isEmpty();
    Ended ended =
        rebuild("--sample-sharing", "none", "--content-source", "\\\\files.lab.example\\mde$");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(imported())
        .contains(
            "rollout:\n  method: 'client-setting'\n  clientSetting: 'MDE client'\n  onboardingPolicy: 'MDE onboarding'\n",
            "  # From hardware inventory: no detection rule names a tenant.\n",
            "  #defenderAgent: 1\n");
    stateTheRest();
    site.manifest().replace("  #defenderAgent", "  defenderAgent");
    assertThat(site.plan().converged()).as(site.plan().toString()).isTrue();
  }

  @Test
  void aPassiveRingOfTheClientSettingRouteComesBackPassiveAndWithItsProxy() throws IOException {
    site.manifest()
        .replace("  installer: packages/md4ws.msi\n  installScript: packages/install.ps1\n", "");
    site.manifest().replace("[2012R2, 2019, 2022]", "[2019, 2022]");
    site.manifest()
        .replace(
            "    antivirus: active\n",
            "    "
                + TrialManifest.passive("Pilot servers")
                + "\n    proxy: {sensor: \"p.example:8080\"}\n");
    site.manifest()
        .text(
            site.manifest().text()
                + """
                naming: {collection: "{ring} of MDE, {os}", deployment: "To {ring}: {os}"}
                rollout: {method: client-setting, clientSetting: MDE client, onboardingPolicy: MDE onboarding, defenderAgent: 1}
                """);
    site.lab().inConsole(console -> console.make(AgentSetting.mdeClient("MDE client", 1)));
    site.lab()
        .inConsole(console ->
            console.makePolicy("MDE onboarding", "5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2"));
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(5));
    assertThat(site.converge()).isEmpty();
    site.pass(Duration.ofDays(2));
    assertThat(site.apply()).isEmpty();
    Ended ended = rebuild("--sample-sharing", "none", "--client-setting", "MDE client");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(imported())
        .contains(
            "  deployment: 'To {ring}: {os}'\n",
            "    deadline: '+3d 22:00'\n",
            "    antivirus: passive\n",
            "      sensor: 'p.example:8080'\n",
            "  groups: ['Europe DPs']\n");
    stateTheRest();
    if (site.manifest().text().contains("  #defenderAgent")) {
      site.manifest().replace("  #defenderAgent", "  defenderAgent");
    }
    // A site does not say which antivirus somebody stated.
    site.manifest().replace("antivirus: passive", TrialManifest.passive("Pilot servers"));
    assertThat(site.plan().converged()).as(site.plan().toString()).isTrue();
  }

  @Test
  void anObjectThatLostItsMarkIsNamedForAdoption() {
    assertThat(site.converge()).isEmpty();
    site.loseMark("MDE pilot - 2019");
    Ended ended = rebuild();
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("    garrison adopt -f " + file + " \"collection/MDE pilot - 2019\"");
  }

  @Test
  void anExistingFileIsNotTouchedAndNoRequestIsSent() throws IOException {
    Files.writeString(file, "mine");
    int before = site.lab().requests().all().size();
    Ended ended = TrialImport.run(site, file);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("already exists", "[GAR-0131]");
    assertThat(imported()).isEqualTo("mine");
    assertThat(site.lab().requests().all()).hasSize(before);
  }

  @Test
  void aSiteOfAnotherCodeIsRefused() {
    Ended ended = rebuild("--site-code", "XYZ");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("The administration service belongs to site PS1, but the manifest has XYZ.");
  }

  @Test
  void anEmptySiteSaysSoAndHasAnExitCodeOfItsOwn() {
    Ended ended = rebuild();
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out()).contains("Nothing on this site onboards servers", "\"garrison init\"");
    assertThat(file).doesNotExist();
  }
}
