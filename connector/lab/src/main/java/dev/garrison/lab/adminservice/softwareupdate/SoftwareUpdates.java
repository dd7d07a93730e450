package dev.garrison.lab.adminservice.softwareupdate;

import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.wsus.catalogue.Sensor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Software updates of KB5005292 at a site, with rules, groups, and deployments made in the console.
 * They are all read-only over the AdminService: no public source shows a write to these classes.
 */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source =
        "MicrosoftDocs/SCCMdocs, sccm/develop/reference/sum; sccm/sum/deploy-use/automatically-deploy-software-updates",
    says =
        "A rule that runs makes a group of the updates that it takes and a deployment of that group to its collection. The group tells its rule in AssociatedAutoRuleID.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, SMS_SoftwareUpdate server WMI class",
    says =
        "ArticleID has no KB before the number; CI_UniqueID is the update's id in WSUS; AssignedCIs of a group's deployment are the updates of the group; a product that is not subscribed brings no updates.")
public final class SoftwareUpdates {
  private static final long FIRST_CI = 16790000L;
  private static final long FIRST_GROUP = 16890000L;
  private static final int FIRST_RULE = 16777220;
  private static final int FIRST_ASSIGNMENT = 16778500;
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Duration A_MONTH = Duration.ofDays(30);

  private final SiteContext site;
  private final Collections collections;
  private final Compliance compliance;
  private final Optional<String> point;
  private final List<SiteUpdate> updates = new ArrayList<>();
  private final List<AutomaticRule> rules = new ArrayList<>();
  private final List<UpdateGroup> groups = new ArrayList<>();
  private final List<UpdateDeployment> deployments = new ArrayList<>();
  private boolean isSubscribed = true;
  private boolean isStatusShown = true;
  private String language = "en";
  private PointStatus status;

  /**
   * Creates a site's software updates, none yet.
   *
   * @param point the server with the role of a software update point; empty if there is none
   * @param sensors the version of the sensor by device name; devices without the agent have none
   */
  public SoftwareUpdates(
      SiteContext site,
      Collections collections,
      Fleet fleet,
      Optional<String> point,
      Map<String, String> sensors) {
    this.site = site;
    this.collections = collections;
    this.compliance = new Compliance(fleet, sensors);
    this.point = point;
    this.status = PointStatus.done(now().minus(Duration.ofHours(3)));
  }

  /**
   * Adds releases of one family and channel, oldest first. They are a month apart, and the newest
   * is a week old.
   */
  public void line(String family, String channel, List<String> versions) {
    for (int index = 0; index < versions.size(); index++) {
      Instant posted =
          now().minus(A_WEEK).minus(A_MONTH.multipliedBy(versions.size() - 1L - index));
      add(new Sensor(family, versions.get(index), channel), posted);
    }
  }

  /** Publishes a release, which the site synchronizes. */
  public void publish(String family, String version, String channel) {
    add(new Sensor(family, version, channel), now());
    status = PointStatus.done(now());
  }

  private void add(Sensor sensor, Instant posted) {
    updates.replaceAll(update -> update.isOfLine(sensor) ? update.replaced() : update);
    updates.add(new SiteUpdate(FIRST_CI + updates.size(), sensor, posted, false, false, true));
  }

  /** Withdraws a version, as its publisher does; of several revisions, the latest. */
  public void expire(String version) {
    updates.replaceAll(update ->
        update.isLatest() && update.sensor().version().equals(version)
            ? update.withdrawn()
            : update);
  }

  /** Publishes a new revision of an update; the site gets it, and keeps the old one. */
  public void revise(String version) {
    for (SiteUpdate update : List.copyOf(updates)) {
      if (update.isLatest() && update.sensor().version().equals(version)) {
        updates.replaceAll(each -> each.equals(update) ? each.old() : each);
        updates.add(
            new SiteUpdate(
                FIRST_CI + updates.size(),
                update.sensor(),
                now(),
                update.expired(),
                update.superseded(),
                true));
      }
    }
  }

  /** Adds the product to the synchronized ones, or removes it. */
  public void subscribe(boolean wanted) {
    isSubscribed = wanted;
  }

  /** Sets the language of titles from now on: en or de. */
  public void language(String other) {
    language = other;
  }

  /** Lets a synchronization fail. */
  public void failSynchronisation(long code) {
    status = status.failed(now(), code);
  }

  /**
   * Creates a rule, which does not run yet.
   *
   * @param days from its run to the deadline
   * @param enables whether its deployments are enabled
   * @param titles texts of which a title must contain one
   */
  public void makeRule(
      String name, String collection, int days, boolean enables, String... titles) {
    rules.add(
        new AutomaticRule(
            FIRST_RULE + rules.size(),
            name,
            id(collection),
            days,
            true,
            enables,
            List.of(titles),
            Optional.empty(),
            0));
  }

  /** Enables or disables a rule. */
  public void switchRule(String name, boolean on) {
    change(name, rule -> rule.switched(on));
  }

  /** Changes the collection of a rule; its earlier deployments stay where they are. */
  public void moveRule(String name, String collection) {
    change(name, rule -> rule.movedTo(id(collection)));
  }

  /** Sets whether the deployments that a rule makes from now on are enabled. */
  public void letRuleEnable(String name, boolean on) {
    change(name, rule -> rule.enabling(on));
  }

  /** Runs a rule, which fails. */
  public void failRule(String name, int code) {
    change(name, rule -> rule.ended(now(), code));
  }

  /** Deletes a rule; its groups and deployments stay. */
  public void removeRule(String name) {
    rules.removeIf(rule -> rule.name().equals(name));
  }

  private void change(String name, UnaryOperator<AutomaticRule> change) {
    rules.replaceAll(rule -> rule.name().equals(name) ? change.apply(rule) : rule);
  }

  /** Runs every rule that is enabled. */
  public void runRules() {
    for (AutomaticRule rule : List.copyOf(rules)) {
      if (rule.isEnabled()) {
        run(rule);
      }
    }
  }

  private void run(AutomaticRule rule) {
    List<Long> taken =
        !isSubscribed
            ? List.of()
            : updates.stream().filter(rule::takes).map(SiteUpdate::id).toList();
    if (!taken.isEmpty() && groups.stream().noneMatch(group -> made(group, rule, taken))) {
      String name = "%s %s".formatted(rule.name(), now().toString().replace('T', ' '));
      UpdateGroup group = group(name, rule.id(), taken);
      deploy(
          name,
          rule.collection(),
          group.id(),
          taken,
          rule.enables(),
          true,
          now().plus(Duration.ofDays(rule.days())));
    }
    change(rule.name(), it -> it.ended(now(), 0));
  }

  private static boolean made(UpdateGroup group, AutomaticRule rule, List<Long> taken) {
    return group.rule() == rule.id() && group.updates().equals(taken);
  }

  private UpdateGroup group(String name, int rule, List<Long> members) {
    UpdateGroup group = new UpdateGroup(FIRST_GROUP + groups.size(), name, rule, members);
    groups.add(group);
    return group;
  }

  private void deploy(
      String name,
      String collection,
      long group,
      List<Long> members,
      boolean isEnabled,
      boolean isUtc,
      Instant deadline) {
    deployments.add(
        new UpdateDeployment(
            FIRST_ASSIGNMENT + deployments.size(),
            name,
            collection,
            group,
            members,
            isEnabled,
            isUtc,
            now(),
            deadline));
  }

  /** Deploys single versions, in the local time of clients. */
  public void deploy(String name, String collection, String... versions) {
    deploy(name, id(collection), 0, named(versions), true, false, now());
  }

  /** Creates a group of versions, and deploys it in the local time of clients. */
  public void deployGroup(String name, String collection, String... versions) {
    UpdateGroup group = group(name, 0, named(versions));
    deploy(name, id(collection), group.id(), group.updates(), true, false, now());
  }

  /** Enables or disables all deployments. */
  public void switchDeployments(boolean on) {
    deployments.replaceAll(deployment -> deployment.switched(on));
  }

  /** Sets the time since the last synchronization; empty if there never was one. */
  public void synchronised(Optional<Duration> ago) {
    status = PointStatus.done(now().minus(ago.orElse(Duration.ZERO)));
    if (ago.isEmpty()) {
      status = status.never();
    }
  }

  /** Hides the row with the synchronization status. */
  public void hideSynchronisation() {
    isStatusShown = false;
  }

  private List<Long> named(String... versions) {
    return updates.stream()
        .filter(SiteUpdate::isLatest)
        .filter(update -> List.of(versions).contains(update.sensor().version()))
        .map(SiteUpdate::id)
        .toList();
  }

  private String id(String collection) {
    return collections.idOf(collection);
  }

  private Instant now() {
    return site.timeline().now();
  }

  /** The classes to serve. */
  public List<ProviderClass> classes() {
    UpdateRows rows = new UpdateRows(site, compliance);
    return List.of(
        rows.updates(
            () -> isSubscribed ? List.copyOf(updates) : List.of(),
            this::isDeployed,
            () -> language),
        rows.categories(() -> isSubscribed, point.isPresent()),
        rows.groups(() -> List.copyOf(groups)),
        rows.deployments("SMS_UpdatesAssignment", () -> deployments(false)),
        rows.deployments("SMS_UpdateGroupAssignment", () -> deployments(true)),
        rows.rules(() -> List.copyOf(rules)),
        rows.compliance(() -> isSubscribed ? List.copyOf(updates) : List.of()),
        rows.points(() -> point.filter(_ -> isStatusShown), () -> status));
  }

  private boolean isDeployed(SiteUpdate update) {
    return deployments.stream().anyMatch(each -> each.updates().contains(update.id()));
  }

  private List<UpdateDeployment> deployments(boolean ofGroups) {
    return deployments.stream().filter(each -> each.group() != 0 == ofGroups).toList();
  }

  /** Adds rules and deployments to the dump, by names. */
  public void dump(Dump dump) {
    rules.forEach(rule -> dump.add("updateRules", Map.of("name", rule.name())));
    deployments.stream()
        .sorted(Comparator.comparing(UpdateDeployment::name))
        .forEach(each ->
            dump.add(
                "updateDeployments",
                Map.of(
                    "collection", collections.nameOf(each.collection()).orElse(""),
                    "enabled", each.isEnabled(),
                    "updates", each.updates().size())));
  }
}
