package dev.garrison.recipe.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.ring.LeavingServer;
import dev.garrison.ring.LeavingServer.Origin;
import dev.garrison.ring.LeavingServer.SeenAntivirus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the antivirus of servers that are offboarded. */
final class PassiveLeaversTest {
  private static final String OLD = "Microsoft Windows Server 2012 R2 Standard";
  private static final String NEW = "Microsoft Windows Server 2019 Standard";

  private static LeavingServer server(String name, String system, String... rings) {
    return seen(name, SeenAntivirus.NONE, system, rings);
  }

  private static LeavingServer seen(
      String name, SeenAntivirus antivirus, String system, String... rings) {
    return LeavingSite.gone(name.hashCode(), name)
        .from(new Origin(system, Set.of(rings), antivirus));
  }

  /** A site with the active ring 'all' and the passive ring 'beside'. */
  private static LeavingSite site(String keys, LeavingServer... servers) {
    return LeavingSite.offboarding("deadline: '+2d 22:00'" + keys, "")
        .withPassiveRing("beside")
        .leave(servers);
  }

  private static List<String> problems(LeavingSite site) {
    return site.recipe().problems().stream().map(Diagnostic::toString).toList();
  }

  private static List<String> remarks(LeavingSite site, String word) {
    return site.recipe().remarks().stream().filter(remark -> remark.contains(word)).toList();
  }

  @Test
  void aServerOfAPassiveRingNeedsAnAnswer() {
    assertThat(problems(site("", server("AV1", NEW, "beside"), server("SRV1", NEW, "all"))))
        .singleElement()
        .asString()
        .contains(
            "The \"offboard\" entry \"old\" ends passive mode, which works only on onboarded servers: AV1 (passive mode required by the ring, mode unknown; no other antivirus product detected). Microsoft Defender Antivirus then becomes active alongside any other antivirus product (garrison.yaml:17)")
        .contains(
            "Add \"afterOffboarding\": keep-other accepts this, disable removes the Defender feature, and uninstall-agent also removes the agent of 2012 R2 and 2016.")
        .contains("OFFBOARD_ENDS_PASSIVE_MODE GAR-0581");
  }

  @Test
  void aServerInNoRingMayBePassiveWhereARingIs() {
    assertThat(problems(site("", server("AV1", NEW))))
        .singleElement()
        .asString()
        .contains(
            "works only on onboarded servers: AV1 (in no ring, mode unknown; no other antivirus product detected).");
    assertThat(
            problems(
                LeavingSite.offboarding("deadline: '+2d 22:00'", "").leave(server("AV1", NEW))))
        .as("no ring is passive")
        .isEmpty();
  }

  @Test
  void aServerOfAnActiveRingNeedsNone() {
    assertThat(problems(site("", server("SRV1", NEW, "all")))).isEmpty();
  }

  @Test
  void theOlderKeyIsNoAnswer() {
    assertThat(problems(site(", uninstall: true", server("AV1", NEW, "beside"))))
        .singleElement()
        .asString()
        .contains("OFFBOARD_ENDS_PASSIVE_MODE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keep-other|on these servers Microsoft Defender Antivirus becomes active next to any other antivirus. Each needs exclusions for the other",
        "disable|on these servers the feature Microsoft Defender Antivirus is removed, and each restarts. Only another antivirus is left",
        "uninstall-agent|on these servers of 2016 and later the feature Microsoft Defender Antivirus is removed as well, because it would become active, and each restarts. Only another antivirus is left"
      })
  void thePlanNamesWhatHappens(String answer, String remark) {
    LeavingSite site =
        site(
            ", afterOffboarding: " + answer, seen("AV1", beside("passive", "ESET"), NEW, "beside"));
    assertThat(problems(site)).isEmpty();
    assertThat(remarks(site, "passive mode ends"))
        .containsExactly(
            "offboard old: passive mode ends where it is on: AV1 (reported mode: passive; ESET is running)");
    assertThat(remarks(site, "on these servers")).containsExactly("offboard old: " + remark);
    assertThat(application(site).deploymentType().program().installCommandLine())
        .endsWith(" -AfterOffboarding " + answer);
  }

  private static SeenAntivirus beside(String defender, String other) {
    return new SeenAntivirus(Optional.of(defender), Optional.of(other));
  }

  @Test
  void thePlanSaysWhatIsKnownOfEachServer() {
    LeavingSite site =
        site(
            ", withoutAntivirus: [AV3, AV4], afterOffboarding: disable",
            seen("AV1", beside("active", "ESET"), NEW, "beside"),
            server("AV2", NEW, "beside"),
            server("AV3", NEW),
            server("AV4", NEW, "all", "beside"));
    assertThat(problems(site)).isEmpty();
    assertThat(remarks(site, "passive mode ends"))
        .containsExactly(
            "offboard old: passive mode ends where it is on: AV1 (reported mode: active; ESET is running), AV2 (passive mode required by the ring, mode unknown; no other antivirus product detected), AV3 (in no ring, mode unknown; no other antivirus product detected), AV4 (mode unknown; no other antivirus product detected)");
    assertThat(remarks(site, "Only another antivirus is left"))
        .singleElement()
        .asString()
        .endsWith("Only another antivirus is left, and none is seen running on AV2, AV3, AV4");
  }

  @Test
  void keepingTheOtherIsDetectedByTheValueThatIsGone() {
    assertThat(application(site(", afterOffboarding: keep-other")).deploymentType().detection())
        .contains(RegistryClause.notPassive());
    assertThat(application(site(", afterOffboarding: disable")).deploymentType().detection())
        .doesNotContain(RegistryClause.notPassive());
  }

  @ParameterizedTest
  @CsvSource({"uninstall: true", "afterOffboarding: uninstall-agent"})
  void a2012R2ServerWithoutAnyAntivirusIsConfirmedByName(String key) {
    LeavingServer old = server("SRV1", OLD, "all");
    assertThat(problems(site(", " + key, old, server("SRV2", NEW, "all"))))
        .singleElement()
        .asString()
        .contains(
            "The \"offboard\" entry \"old\" leaves these servers without any antivirus product: SRV1 (garrison.yaml:17)")
        .contains(
            "Keep an antivirus product with another value of \"afterOffboarding\", or confirm each server by name in \"withoutAntivirus\".")
        .contains("OFFBOARD_LEAVES_UNPROTECTED GAR-0582");
    LeavingSite confirmed = site(", withoutAntivirus: [srv1.contoso.example], " + key, old);
    assertThat(problems(confirmed)).isEmpty();
    assertThat(remarks(confirmed, "no antivirus"))
        .containsExactly("offboard old: no antivirus that Garrison knows of is left on SRV1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uninstall-agent|Microsoft Windows Server 2012 R2 Standard|''",
        "uninstall-agent|Microsoft Windows Server 2012 R2 Standard|all beside",
        "disable|Microsoft Windows Server 2019 Standard|''",
        "disable|Microsoft Windows Server 2019 Standard|all beside"
      })
  void aServerThatOnlyMayBePassiveIsConfirmedByName(String answer, String system, String rings) {
    LeavingServer perhaps =
        rings.isEmpty() ? server("SRV1", system) : server("SRV1", system, rings.split(" ", -1));
    assertThat(problems(site(", afterOffboarding: " + answer, perhaps)))
        .singleElement()
        .asString()
        .contains(
            "The \"offboard\" entry \"old\" leaves these servers without any antivirus product: SRV1");
    assertThat(problems(site(", withoutAntivirus: [SRV1], afterOffboarding: " + answer, perhaps)))
        .isEmpty();
  }

  @Test
  void aConfirmedNameThatNoServerHasIsRemarkedOn() {
    LeavingSite site =
        site(
            ", withoutAntivirus: [SRV1.contoso.example, SVR2, DC9], uninstall: true",
            server("SRV1", NEW, "all"),
            server("SRV2", NEW, "all"));
    assertThat(problems(site)).isEmpty();
    assertThat(remarks(site, "withoutAntivirus"))
        .containsExactly(
            "offboard old: \"withoutAntivirus\" names SVR2, which is none of its servers; did you mean SRV2?",
            "offboard old: \"withoutAntivirus\" names DC9, which is none of its servers");
  }

  @Test
  void aPassive2012R2ServerKeepsItsOtherAntivirus() {
    assertThat(problems(site(", afterOffboarding: uninstall-agent", server("AV1", OLD, "beside"))))
        .isEmpty();
  }

  @Test
  void anUnknownReleaseMayBe2012R2OnlyWhereTheManifestHasIt() {
    LeavingServer unknown = server("SRV1", "", "all");
    assertThat(problems(site(", uninstall: true", unknown))).isEmpty();
    assertThat(
            problems(
                LeavingSite.offboarding("deadline: '+2d 22:00', uninstall: true", "")
                    .with2012R2()
                    .leave(unknown)))
        .singleElement()
        .asString()
        .contains("leaves these servers without any antivirus product: SRV1");
  }

  @Test
  void disablingAnActiveDefenderIsConfirmedByNameAndNotFor2012R2() {
    assertThat(problems(site(", afterOffboarding: disable", server("SRV1", NEW, "all"))))
        .singleElement()
        .asString()
        .contains("leaves these servers without any antivirus product: SRV1");
    assertThat(problems(site(", afterOffboarding: disable", server("AV1", OLD, "beside"))))
        .singleElement()
        .asString()
        .contains(
            "The \"offboard\" entry \"old\" disables a feature that Windows Server 2012 R2 doesn't have: AV1 (garrison.yaml:17)")
        .contains(
            "Offboard these servers with a separate entry and \"afterOffboarding: uninstall-agent\".")
        .contains("OFFBOARD_FEATURE_MISSING GAR-0583");
  }

  @Test
  void withoutAPackageNothingHappensToTheAntivirus() {
    assertThat(
            problems(
                new LeavingSite("", "")
                    .withPassiveRing("beside")
                    .leave(server("AV1", NEW, "beside"))))
        .isEmpty();
  }

  private static Application application(LeavingSite site) {
    return (Application)
        site.recipe().applications().getFirst().desired().wantedState().orElseThrow();
  }
}
