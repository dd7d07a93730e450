package dev.garrison.fleet.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.fleet.DeploymentStatus;
import dev.garrison.fleet.ExcludedServers;
import dev.garrison.fleet.Presence;
import dev.garrison.fleet.ServerState;
import dev.garrison.fleet.ServerStateRules;
import dev.garrison.fleet.Verdict;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records of one name: what one of them reports proves nothing about the server. */
final class TwinsTest {
  private static final ServerStateRules RULES =
      new ServerStateRules("5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2", new ExcludedServers(Map.of()));

  private final Fleet fleet = new Fleet(List.of("pilot"));

  /** A record whose deployment succeeded. */
  private int deployed(long id, String name) {
    int row = fleet.add(id, name);
    BitSet members = new BitSet();
    members.set(row);
    fleet.join(0, members);
    fleet.onboarding(row, 0, new DeploymentStatus(1, 1000, 0, "", Optional.empty()));
    return row;
  }

  private int live(long id, String name) {
    return with(deployed(id, name), false);
  }

  private int with(int row, boolean obsolete) {
    fleet.presence(row, new Presence(true, true, obsolete, "5.00", Optional.empty()));
    return row;
  }

  private Verdict of(int row) {
    return RULES.of(fleet.server(row));
  }

  @Test
  void noneOfTwoRecordsInUseIsOnboarded() {
    int one = live(16777219, "SQL01");
    int other = live(16777300, "sql01");
    int alone = live(16777301, "SQL011");
    fleet.findTwins();
    assertThat(of(one))
        .isEqualTo(
            new Verdict(
                ServerState.UNCLEAR,
                "the site has two records of this name, with the resource IDs 16777219 and"
                    + " 16777300, so no report is certain to be from this server",
                "If both records are of one server, delete the one that is out of date in the"
                    + " console. If two servers have this name, check both servers.",
                Optional.empty()));
    assertThat(of(other).state()).isEqualTo(ServerState.UNCLEAR);
    assertThat(of(alone).state()).isEqualTo(ServerState.ONBOARDED);
  }

  @Test
  void aRecordThatTheSiteNoLongerHasProvesNothingAboutTheServerOfItsName() {
    int former = deployed(16777219, "SQL01");
    int now = live(16777300, "SQL01");
    fleet.findTwins();
    assertThat(of(former).state()).isEqualTo(ServerState.UNCLEAR);
    assertThat(of(former).why())
        .isEqualTo(
            "the site no longer has the record with the resource ID 16777219; the server is now"
                + " the one with the resource ID 16777300");
    assertThat(of(now).state()).isEqualTo(ServerState.ONBOARDED);
  }

  @Test
  void anObsoleteRecordIsNoTwin() {
    int obsolete = with(deployed(16777219, "SQL01"), true);
    int now = live(16777300, "SQL01");
    fleet.findTwins();
    assertThat(of(obsolete).state()).isEqualTo(ServerState.OBSOLETE);
    assertThat(of(now).state()).isEqualTo(ServerState.ONBOARDED);
  }

  @Test
  void aRecordOfWhichTheSiteHasHeardNothingLatelyIsNoTwin() {
    int silent = deployed(16777219, "SQL01");
    fleet.presence(silent, new Presence(true, false, false, "5.00", Optional.empty()));
    int now = live(16777300, "SQL01");
    fleet.findTwins();
    assertThat(of(now).state()).isEqualTo(ServerState.ONBOARDED);
  }

  @Test
  void threeRecordsAreTwinsOfEachOther() {
    List<Integer> rows = List.of(live(1, "A"), live(2, "A"), live(3, "A"));
    fleet.findTwins();
    assertThat(rows).allMatch(row -> of(row).state() == ServerState.UNCLEAR);
  }
}
