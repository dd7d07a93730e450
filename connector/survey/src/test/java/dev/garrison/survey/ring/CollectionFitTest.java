package dev.garrison.survey.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CollectionFitTest {
  private static final CollectionFact ALL =
      new CollectionFact("SMS00001", "All Systems", "", 90, true, Optional.empty());
  private static final CollectionFact SERVERS =
      new CollectionFact("PS100010", "All Servers", "", 80, false, Optional.empty());
  private static final CollectionFact PILOT =
      new CollectionFact("PS100011", "Pilot servers", "", 4, false, Optional.empty());

  private static ManifestResult manifest(String limit, String ring, String exclude, String more) {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site:
          code: PS1
          providers: [https://cm01.contoso.example/AdminService]
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages:
          installer: packages/md4ws.msi
          installScript: packages/install.ps1
          platformUpdate: packages/UpdatePlatform.exe
          onboarding: packages/WindowsDefenderATPOnboardingPackage.zip
        sampleSharing: none
        limitingCollection: %s
        allowAllSystems: %s
        distribution: {groups: [All DPs]}
        rings:
          - name: all
            maxDevices: 50
            deadline: "+3d 22:00"
            antivirus: active
            collections: [%s]
            exclude: [%s]
        %s\
        """
            .formatted(limit, limit.equals("SMS00001"), ring, exclude, more);
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24));
  }

  private static List<String> problems(
      String limit, String ring, String exclude, CollectionFact... facts) {
    return new CollectionFit(
            manifest(limit, ring, exclude, ""), new SiteCollections(List.of(facts)))
        .problems().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void aCollectionIsNamedByNameOrByIdInAnyCase() {
    assertThat(problems("ps100010", "PS100011", "", ALL, SERVERS, PILOT)).isEmpty();
    assertThat(problems("all servers", "pilot SERVERS", "", ALL, SERVERS, PILOT)).isEmpty();
    assertThat(problems("SMS00001", "PS100011", "All Servers", ALL, SERVERS, PILOT)).isEmpty();
  }

  @Test
  void aCollectionThatTheSiteLacksIsToldWithItsLine() {
    assertThat(problems("All Servers", "PS1000FF", "", SERVERS))
        .containsExactly(
            "The site has no device collection with the name or ID \"PS1000FF\" (garrison.yaml:22). Correct the name, or create the collection in the console (Assets and Compliance > Device Collections). [COLLECTION_UNKNOWN GAR-0521]");
  }

  @Test
  void aMistypedCollectionIsToldWithTheNameThatWasProbablyMeant() {
    CollectionFact made =
        new CollectionFact("PS100030", "Pilt servers!", "made by us", 4, false, Optional.empty());
    assertThat(problems("All Servers", "Pilt servers", "", SERVERS, PILOT, made))
        .containsExactly(
            "The site has no device collection with the name or ID \"Pilt servers\" (garrison.yaml:22). Did you mean \"Pilot servers\"? Correct the name, or create the collection in the console (Assets and Compliance > Device Collections). [COLLECTION_UNKNOWN GAR-0521]");
  }

  @Test
  void aMistypedCollectionOfAStatementIsToldToo() {
    String stated =
        "    otherAntivirus: [{collection: Pilt servers, product: Contoso, service: ContosoSvc, reason: x, owner: x, until: 2099-12-31}]";
    assertThat(
            new CollectionFit(
                    manifest("All Servers", "Pilot servers", "", stated),
                    new SiteCollections(List.of(SERVERS, PILOT)))
                .problems())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "The site has no device collection with the name or ID \"Pilt servers\" (garrison.yaml:24). Did you mean \"Pilot servers\"? Correct the name, or create the collection in the console (Assets and Compliance > Device Collections). [COLLECTION_UNKNOWN GAR-0521]");
  }

  @Test
  void aMistypedCollectionOfTheSoftwareUpdatePointIsToldToo() {
    String served =
        """
        wsus:
          servers: [{url: "https://sup01.contoso.example:8531", owner: mecm}]
          sensorUpdate:
            releases: [{family: unified agent, channel: none}]
            deploymentPackage: Sensor updates
            rings:
              - {ring: all, softwareUpdatePoint: {collection: Pilt servers, deadlineDays: 1}}
        """;
    assertThat(
            new CollectionFit(
                    manifest("All Servers", "Pilot servers", "", served),
                    new SiteCollections(List.of(SERVERS, PILOT)))
                .problems())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "The site has no device collection with the name or ID \"Pilt servers\" (garrison.yaml:30). Did you mean \"Pilot servers\"? Correct the name, or create the collection in the console (Assets and Compliance > Device Collections). [COLLECTION_UNKNOWN GAR-0521]");
  }

  @Test
  void twoCollectionsOfOneNameAreRefusedEvenByTheId() {
    CollectionFact namesake =
        new CollectionFact("PS200011", "pilot servers", "", 9, false, Optional.empty());
    String refusal =
        "\"%s\" matches several device collections: \"Pilot servers\" (PS100011), \"pilot servers\" (PS200011) (garrison.yaml:22). Rename all but one of these collections in the console. A name must refer to one collection. [COLLECTION_AMBIGUOUS GAR-0531]";
    assertThat(problems("All Servers", "Pilot servers", "", SERVERS, PILOT, namesake))
        .containsExactly(refusal.formatted("Pilot servers"));
    assertThat(problems("All Servers", "PS100011", "", SERVERS, PILOT, namesake))
        .containsExactly(refusal.formatted("PS100011"));
  }

  @Test
  void aNameThatIsTheIdOfAnotherIsRefused() {
    CollectionFact confusing =
        new CollectionFact("PS100020", "PS100011", "", 9, false, Optional.empty());
    assertThat(problems("All Servers", "PS100011", "", SERVERS, PILOT, confusing))
        .containsExactly(
            "\"PS100011\" matches several device collections: \"PS100011\" (PS100020), \"Pilot servers\" (PS100011) (garrison.yaml:22). Rename all but one of these collections in the console. A name must refer to one collection. [COLLECTION_AMBIGUOUS GAR-0531]");
  }

  @Test
  void oneCollectionUnderTwoWordsIsFound() {
    assertThat(problems("All Servers", "Pilot servers, PS100011", "", SERVERS, PILOT))
        .containsExactly(
            "\"rings[0].collections[0]\" and \"rings[0].collections[1]\" are the same collection, \"Pilot servers\" (PS100011) (garrison.yaml:22). Remove the collection from one of the two. [COLLECTION_NAMED_TWICE GAR-0532]");
    assertThat(problems("All Servers", "Pilot servers", "PS100011", SERVERS, PILOT))
        .containsExactly(
            "\"rings[0].collections[0]\" and \"rings[0].exclude[0]\" are the same collection, \"Pilot servers\" (PS100011) (garrison.yaml:23). Remove the collection from one of the two. [COLLECTION_NAMED_TWICE GAR-0532]");
    assertThat(problems("All Servers", "PS100010", "", SERVERS, PILOT))
        .containsExactly(
            "\"limitingCollection\" and \"rings[0].collections[0]\" are the same collection, \"All Servers\" (PS100010) (garrison.yaml:22). Remove the collection from one of the two. [COLLECTION_NAMED_TWICE GAR-0532]");
  }

  @Test
  void allSystemsIsKnownByItsIdInEveryLanguage() {
    CollectionFact german =
        new CollectionFact("SMS00001", "Alle Systeme", "", 90, true, Optional.empty());
    assertThat(problems("Alle Systeme", "Pilot servers", "", german, PILOT))
        .containsExactly(
            "\"limitingCollection\" is \"Alle Systeme\" (SMS00001), which contains every device of the site (garrison.yaml:14). Specify a collection of your servers, or accept all systems with \"allowAllSystems: true\". [ALL_SYSTEMS_NOT_ALLOWED GAR-0533]");
    assertThat(problems("SMS00001", "Pilot servers", "", german, PILOT)).isEmpty();
  }

  @Test
  void aBuiltInCollectionUnderATranslatedNameIsRefused() {
    CollectionFact german =
        new CollectionFact("SMS000US", "Alle unbekannten Computer", "", 2, true, Optional.empty());
    assertThat(problems("Alle unbekannten Computer", "Pilot servers", "", german, PILOT))
        .containsExactly(
            "\"limitingCollection\" is \"Alle unbekannten Computer\" (SMS000US), which is built in and filled by Configuration Manager (garrison.yaml:14). Specify a collection of your servers. [COLLECTION_BUILT_IN GAR-0528]");
    assertThat(problems("All Servers", "Alle unbekannten Computer", "", german, SERVERS))
        .containsExactly(
            "Ring \"all\" uses \"Alle unbekannten Computer\" (SMS000US), which is built in and filled by Configuration Manager (garrison.yaml:22). Specify a collection of your own that contains the servers of this ring. [COLLECTION_BUILT_IN GAR-0528]");
  }
}
