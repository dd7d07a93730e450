package dev.garrison.offboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.device.DefenderMode;
import dev.garrison.lab.device.OtherAntivirus;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offboarding of servers in passive mode, which ends with the sensor. */
final class PassiveOffboardIT {
  private static final String ENTRY =
      Leavers.ENTRY.replaceAll("    (uninstall|withoutAntivirus): .*\n", "");
  @TempDir private Path folder;

  private Leavers passive(String... leaving) {
    return new Leavers("2509", folder, PassiveOffboardIT::makePassive, leaving);
  }

  private static void makePassive(TrialSite site) {
    site.manifest().replace("antivirus: active", "antivirus: passive");
    for (String server : new String[] {"FS01", "WEB01", "WEB02", "APP02"}) {
      site.lab().servers().removeOthers(server);
      site.lab().servers().install(server, OtherAntivirus.FALCON);
    }
    site.pass(Duration.ofDays(2));
  }

  private static void offboard(Leavers site, String answer) {
    site.enter(ENTRY.replace("    reason:", "    afterOffboarding: " + answer + "\n    reason:"));
    site.settle();
    site.site().pass(Duration.ofHours(2));
    site.settle();
    site.site().pass(Duration.ofDays(3));
  }

  @Test
  void withoutAnAnswerThePlanIsRefused() {
    try (Leavers site = passive("APP02", "FS01")) {
      assertThat(site.servers().protectedBy("APP02")).containsExactly("CrowdStrike Falcon");
      site.enter(ENTRY);
      assertThat(site.refusals())
          .singleElement()
          .asString()
          .contains(
              "onboarded servers: APP02 (passive mode required by the ring, mode unknown; CrowdStrike Falcon is running), FS01 (")
          .contains("[OFFBOARD_ENDS_PASSIVE_MODE GAR-0581]");
    }
  }

  @Test
  void keepingTheOtherAntivirusMakesDefenderActiveNextToIt() {
    try (Leavers site = passive("APP02", "FS01")) {
      offboard(site, "keep-other");
      for (String server : new String[] {"APP02", "FS01"}) {
        assertThat(site.servers().onboardedTo(server)).as(server).isEmpty();
        assertThat(site.servers().protectedBy(server))
            .as(server)
            .containsExactly("Microsoft Defender Antivirus", "CrowdStrike Falcon");
        assertThat(site.servers().passiveModeAsked(server)).as(server).isFalse();
      }
      assertThat(site.servers().defender("WEB02")).isEqualTo(DefenderMode.PASSIVE);
      assertThat(site.changes()).isEmpty();
    }
  }

  @Test
  void uninstallingLeavesTheOtherAntivirusAlone() {
    try (Leavers site = passive("APP02", "FS01")) {
      assertThat(site.servers().defender("APP02")).isEqualTo(DefenderMode.PASSIVE);
      offboard(site, "uninstall-agent");
      for (String server : new String[] {"APP02", "FS01"}) {
        assertThat(site.servers().onboardedTo(server)).as(server).isEmpty();
        assertThat(site.servers().defender(server)).as(server).isEqualTo(DefenderMode.ABSENT);
        assertThat(site.servers().protectedBy(server))
            .as(server)
            .containsExactly("CrowdStrike Falcon");
      }
      assertThat(site.servers().hasAgent("FS01")).isFalse();
      assertThat(site.changes()).isEmpty();
    }
  }

  @Test
  void a2012R2ServerWithoutAnyAntivirusIsRefusedUnlessItIsNamed() {
    try (Leavers site = new Leavers("2509", folder, "FS01")) {
      site.enter(Leavers.ENTRY.replaceAll("    withoutAntivirus: .*\n", ""));
      assertThat(site.refusals())
          .singleElement()
          .asString()
          .contains(
              "The \"offboard\" entry \"leavers\" leaves these servers without any antivirus product: FS01")
          .contains("[OFFBOARD_LEAVES_UNPROTECTED GAR-0582]");
    }
  }
}
