package dev.garrison.offboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.payload.sample.Blobs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("first")
final class OffboardIT {
  private static final UUID OTHER = UUID.fromString("77aa0000-0000-4000-8000-000000000003");
  @TempDir Path folder;

  @Test
  void serversThatAreOnLeaveAndOneThatIsOffIsHeldUntilItIsOnAgain() {
    try (Leavers site = new Leavers("2509", folder, "FS01", "WEB02")) {
      assertThat(site.servers().onboardedTo("FS01")).isPresent();
      site.servers().turnOff("WEB02");
      site.enter(Leavers.ENTRY);
      assertThat(Leavers.words(site.changes()))
          .as("first the servers are kept out of the ring, and nothing else")
          .containsExactly(
              "CREATE content/mde-offboarding/" + site.version(),
              "CREATE application/Defender for Endpoint offboarding leavers",
              "CREATE collection/MDE leavers - leaving",
              "WAIT evaluation/MDE leavers - leaving",
              "WAIT collection/MDE pilot - all",
              "WAIT collection/MDE leavers - offboarding",
              "CREATE distribution/Defender for Endpoint offboarding leavers",
              "WAIT deployment/MDE leavers - offboarding");
      site.settle();
      site.site().pass(Duration.ofHours(2));
      site.settle();
      assertThat(site.remarks("offboard leavers"))
          .first()
          .isEqualTo("offboard leavers (CHG0042): 2 servers, at most 25; may be offboarded: FS01");
      assertThat(site.remarks("offboard leavers holds"))
          .singleElement()
          .asString()
          .matches(
              "offboard leavers holds, until they have left onboarding behind: WEB02 \\(has not"
                  + " asked for policy since 2026-11-29 \\d\\d:\\d\\d UTC\\)");
      site.site().pass(Duration.ofDays(3));
      assertThat(site.servers().onboardedTo("FS01")).isEmpty();
      assertThat(site.servers().hasAgent("FS01")).as("2012 R2: uninstalled").isFalse();
      assertThat(site.servers().onboardedTo("WEB02")).as("off, and left alone").isPresent();

      site.servers().turnOn("WEB02");
      site.site().pass(Duration.ofHours(2));
      site.settle();
      site.site().pass(Duration.ofDays(1));
      assertThat(site.servers().onboardedTo("WEB02")).isEmpty();
      assertThat(site.servers().onboardedTo("APP02")).as("of the ring alone").isPresent();
      assertThat(site.changes()).isEmpty();
      assertThat(site.servers().meetings()).isEmpty();
    }
  }

  @Test
  void aServerThatIsTakenOffTheListComesBackToItsRing() {
    try (Leavers site = new Leavers("2509", folder, "APP02", "WEB02")) {
      site.enter(Leavers.ENTRY);
      site.settle();
      site.site().pass(Duration.ofHours(2));
      site.settle();
      site.site().pass(Duration.ofDays(3));
      assertThat(site.servers().onboardedTo("APP02")).isEmpty();

      site.change("DeleteMembershipRule", "APP02");
      assertThat(site.remarks("off the list"))
          .containsExactly(
              "off the list of offboard leavers, and its ring takes it again once it has asked for policy: APP02 (still in MDE leavers - offboarding)");
      site.settle();
      site.site().pass(Duration.ofHours(2));
      site.settle();
      site.site().pass(Duration.ofHours(4));
      assertThat(site.servers().onboardedTo("APP02")).isPresent();
      assertThat(site.servers().onboardedTo("WEB02")).isEmpty();

      site.strike(Leavers.ENTRY);
      site.settle();
      site.site().pass(Duration.ofHours(2));
      site.settle();
      site.site().pass(Duration.ofDays(4));
      assertThat(site.servers().onboardedTo("WEB02")).isPresent();
      assertThat(site.changes()).isEmpty();
      assertThat(site.servers().meetings()).isEmpty();
    }
  }

  @Test
  void whatCannotBeOffboardedIsRefusedBeforeAnythingIsWritten() {
    try (Leavers site = new Leavers("2509", folder, "APP02", "WEB02")) {
      site.enter(Leavers.ENTRY);
      site.offboarding(OTHER, site.now().plus(Duration.ofDays(7)));
      assertThat(site.refusals())
          .singleElement()
          .asString()
          .startsWith("The offboarding package \"");

      site.offboarding(Blobs.TENANT, site.now().minus(Duration.ofHours(1)));
      assertThat(site.refusals())
          .singleElement()
          .asString()
          .endsWith(
              " UTC. Sensors reject the package now. Download a new offboarding package in the Microsoft Defender portal. [OFFBOARDING_EXPIRED GAR-0458]");

      site.offboarding(Blobs.TENANT, site.now().plus(Duration.ofDays(1)));
      assertThat(site.refusals())
          .singleElement()
          .asString()
          .matches(
              "The package of the \"offboard\" entry \"leavers\" expires at 2026-\\d\\d-\\d\\d"
                  + " \\d\\d:\\d\\d UTC, before the deadline of 2026-\\d\\d-\\d\\d 22:00 UTC"
                  + " \\(.*garrison.yaml:\\d+\\)\\. Download a new package, or choose an earlier"
                  + " \"deadline\"\\. \\[OFFBOARD_PACKAGE_ENDS_EARLY GAR-0551]");

      site.offboarding(Blobs.TENANT, site.now().plus(Duration.ofDays(7)));
      site.site().manifest().replace("uninstall: true", "maxDevices: 1");
      assertThat(site.refusals())
          .singleElement()
          .asString()
          .matches(
              "The \"offboard\" entry \"leavers\" has 2 servers, but the manifest allows 1"
                  + " \\(.*garrison.yaml:\\d+\\)\\. Check the members of Old servers\\."
                  + " To offboard all of them, raise \"maxDevices\"\\. \\[OFFBOARD_TOO_LARGE GAR-0536]");

      site.site().manifest().replace("collection: Old servers", "collection: SMS000US");
      assertThat(site.refusals()).hasSize(1).first().asString().contains("COLLECTION_BUILT_IN");
    }
  }

  @Test
  void withoutAPackageServersAreKeptOutAndNothingElse() {
    try (Leavers site = new Leavers("2509", folder, "APP02")) {
      site.enter(Leavers.ENTRY.replaceAll("    (package|uninstall): .*\n", ""));
      assertThat(site.remarks("offboard leavers"))
          .isEqualTo(
              List.of(
                  "offboard leavers (CHG0042): 1 servers, at most 25; without \"package\" they are kept out of the rings and stay onboarded"));
      site.settle();
      assertThat(site.site().plan().converged()).isTrue();
      site.site().pass(Duration.ofDays(5));
      assertThat(site.servers().onboardedTo("APP02")).isPresent();
      assertThat(site.reached("MDE pilot - all")).containsExactly("FS01", "WEB01", "WEB02");
    }
  }

  @Test
  void statusShowsAServerThatLeavesUntilItsSensorReportsThatItIsOffboarded() {
    try (Leavers site = new Leavers("2509", folder, "APP02", "WEB02")) {
      site.enter(Leavers.ENTRY);
      site.settle();
      site.site().pass(Duration.ofHours(2));
      site.settle();
      Typed leaving = Typed.unattended(site.site(), "status", "--server", "APP02");
      assertThat(leaving.err()).isEmpty();
      assertThat(leaving.out())
          .startsWith("APP02 \u00b7 offboard entry \"leavers\" \u00b7 being-offboarded\n")
          .contains("the sensor still reports that it is onboarded (report of 2026-");
      assertThat(leaving.exitCode()).isEqualTo(3);

      site.site().pass(Duration.ofDays(4));
      Typed left = Typed.unattended(site.site(), "status", "--server", "APP02");
      assertThat(left.out())
          .startsWith("APP02 \u00b7 offboard entry \"leavers\" \u00b7 offboarded\n")
          .contains("the sensor reports that it isn't onboarded (report of 2026-");
      assertThat(left.exitCode()).isZero();
      assertThat(Typed.unattended(site.site(), "status", "--json").out())
          .contains("\"entry\":\"leavers\",", "\"state\":\"offboarded\"");
      assertThat(Typed.unattended(site.site(), "status").out().replaceAll("\\s+", " "))
          .contains(
              "2 servers are in no ring because of \"offboard\": APP02, WEB02. Sensors report 2 servers as offboarded.");
    }
  }
}
