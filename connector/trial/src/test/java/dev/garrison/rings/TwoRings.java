package dev.garrison.rings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.plan.RingDecision;
import dev.garrison.ring.RingReport;
import dev.garrison.servers.RawSite;
import dev.garrison.session.RingOrder;
import dev.garrison.session.Sessions.OpenSession;
import dev.garrison.session.WriteSession;
import dev.garrison.session.WriteSession.Applied;
import dev.garrison.trial.TrialSite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A site with a pilot ring that soaks for a day, and a ring for all other servers. */
final class TwoRings implements AutoCloseable {
  private static final int MOST_ROUNDS = 24;
  private static final String EVERY_SERVER =
      "select SMS_R_System.ResourceID, SMS_R_System.Name from SMS_R_System"
          + " where SMS_R_System.OperatingSystemNameandVersion like '%Server%'";

  private final TrialSite site;
  private final RawSite raw;

  TwoRings(String name, Path folder) {
    site = new TrialSite(name, folder);
    raw = new RawSite(site.lab().adminService());
    String limit = raw.named("SMS_Collection", "Name", "All Servers").path("CollectionID").asText();
    String id =
        raw.post(
                "SMS_Collection",
                """
                {"Name": "Production servers", "CollectionType": 2, "LimitToCollectionID": "%s"}\
                """
                    .formatted(limit))
            .path("CollectionID")
            .asText();
    raw.post(
        "SMS_Collection('%s')/AdminService.AddMembershipRule".formatted(id),
        """
        {"collectionRule": {"@odata.type": "#AdminService.SMS_CollectionRuleQuery",
          "RuleName": "servers", "QueryExpression": "%s"}}\
        """
            .formatted(EVERY_SERVER));
    site.pass(Duration.ofMinutes(10));
    site.manifest()
        .replace(
            "    antivirus: active\nsampleSharing",
            """
                antivirus: active
                gate: {soak: 1d}
              - name: broad
                collections: [Production servers]
                maxDevices: 25
                deadline: "+3d 22:00"
                antivirus: active
            sampleSharing\
            """);
  }

  /** A person makes a collection of these servers. */
  void makeCollection(String name, String... servers) {
    String id =
        raw.post(
                "SMS_Collection",
                """
                {"Name": "%s", "CollectionType": 2, "LimitToCollectionID": "SMS00001"}\
                """
                    .formatted(name))
            .path("CollectionID")
            .asText();
    String names =
        Stream.of(servers)
            .map(server -> "SMS_R_System.Name = '" + server + "'")
            .collect(Collectors.joining(" or "));
    raw.post(
        "SMS_Collection('%s')/AdminService.AddMembershipRule".formatted(id),
        """
        {"collectionRule": {"@odata.type": "#AdminService.SMS_CollectionRuleQuery",
          "RuleName": "servers", "QueryExpression":
          "select SMS_R_System.ResourceID, SMS_R_System.Name from SMS_R_System where %s"}}\
        """
            .formatted(names));
    site.pass(Duration.ofMinutes(10));
  }

  TrialSite site() {
    return site;
  }

  RawSite raw() {
    return raw;
  }

  /** Applies until nothing is left but what gates hold back. */
  void settle() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      assertThat(site.apply()).isEmpty();
      if (site.plan().changes().stream().allMatch(TwoRings::settled)) {
        return;
      }
      site.pass(Duration.ofMinutes(10));
    }
    throw new AssertionError("still something to do:\n" + site.plan());
  }

  private static boolean settled(PlannedChange change) {
    return change.action() == Action.NO_OP || held(change);
  }

  static boolean held(PlannedChange change) {
    return change.action() == Action.WAIT && change.summary().startsWith("ring ");
  }

  /** The state of each ring, with its reason. */
  List<String> decisions() {
    return site.plan().rings().stream()
        .map(ring -> ring.ring() + " " + ring.decision() + ": " + ring.reason())
        .toList();
  }

  RingDecision decision(Plan plan, String ring) {
    return plan.rings().stream().filter(each -> each.ring().equals(ring)).findFirst().orElseThrow();
  }

  /** Addresses of the changes that the plan would carry out or wait for. */
  static List<String> changes(Plan plan, Predicate<PlannedChange> which) {
    return plan.changes().stream()
        .filter(change -> change.action() != Action.NO_OP)
        .filter(which)
        .map(change -> change.action() + " " + change.address())
        .toList();
  }

  /** Plans an order as a person would, and carries it out. */
  Applied order(RingOrder order) {
    site.pass(Duration.ofMinutes(1));
    try (OpenSession open = site.open()) {
      Planned shown = open.session().order(order);
      try (WriteSession writing = open.session().write()) {
        return writing.carryOutAsShown(shown, open.session().order(order), ApplyListener.silent());
      }
    }
  }

  List<RingReport> reports() {
    try (OpenSession open = site.open()) {
      return open.session().rings();
    }
  }

  @Override
  public void close() {
    raw.close();
    site.close();
  }
}
