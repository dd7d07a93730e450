package dev.garrison.recipe.clientsetting;

import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.gate.RingVerdict;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.collection.NamedServers;
import dev.garrison.recipe.ring.RingPlan;
import dev.garrison.recipe.ring.RingSchedule;
import dev.garrison.ring.DeploymentProgress;
import dev.garrison.ring.RingAntivirus;
import dev.garrison.ring.RingNote;
import dev.garrison.ring.RingState;
import dev.garrison.ring.RingWindows.Lack;
import dev.garrison.ring.UnknownAntivirus;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.DeploymentFact;
import dev.garrison.survey.ring.EntryFacts;
import dev.garrison.survey.ring.ModeServer;
import dev.garrison.survey.ring.OurDeployments;
import dev.garrison.survey.ring.RingFacts;
import dev.garrison.survey.ring.SiteCollections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A ring of one system on a site, as far as it matters for who is let in. */
final class PassiveSite {
  static final String PART = "MDE r - 2019";
  static final String ENTRY = "MDE r - 2019 passive";
  static final String MODE = "MDE r - 2019 antivirus passive";
  private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

  private final Manifest manifest;
  private final Map<Long, ModeServer> servers = new TreeMap<>();
  private final List<QueryRule> rules = new ArrayList<>();
  private final Set<String> policies = new TreeSet<>();
  private RingState state = RingState.OPEN;
  private final SortedMap<Long, String> keptOut = new TreeMap<>();
  private boolean blackout;
  private boolean made;
  private boolean evaluated = true;

  PassiveSite(String antivirus) {
    this.manifest = manifest(antivirus);
  }

  private static Manifest manifest(String antivirus) {
    String text =
        """
        apiVersion: garrison.dev/v1
        name: small
        site: {code: PS1, providers: [https://cm01.contoso.example/AdminService]}
        content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
        tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
        packages: {onboarding: packages/onboarding.zip}
        sampleSharing: none
        operatingSystems: [2019]
        limitingCollection: All Servers
        distribution: {groups: [All DPs]}
        rollout: {method: client-setting, clientSetting: S, onboardingPolicy: P}
        rings:
          - {name: r, collections: [Servers], maxDevices: 500, deadline: "+3d 22:00", antivirus: %s}
        """
            .formatted(antivirus);
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            text.getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 24))
        .manifest();
  }

  Manifest manifest() {
    return manifest;
  }

  /** What the deployment of the mode says of a server. */
  PassiveSite says(long id, DeploymentProgress standing, boolean told) {
    servers.put(id, new ModeServer(id, "SRV" + id, standing, told));
    return this;
  }

  /** No other antivirus is seen on the server. */
  PassiveSite unprotected(long id) {
    keptOut.put(id, "SRV" + id);
    return this;
  }

  PassiveSite ring(RingState now, boolean blackedOut) {
    state = now;
    blackout = blackedOut;
    return this;
  }

  /** Our collection is there, with these rules. */
  PassiveSite made(QueryRule... others) {
    made = true;
    rules.addAll(List.of(others));
    return this;
  }

  /** The site has not evaluated our collection since its rules changed. */
  PassiveSite unevaluated() {
    evaluated = false;
    return this;
  }

  PassiveSite deployed() {
    policies.add(PART);
    return this;
  }

  RingPlan plan() {
    return new RingPlan(
        manifest.rings().getFirst(),
        new RingVerdict("r", state, "because", RingNote.NONE, false),
        new RingSchedule(manifest.rings().getFirst(), NOW, ZoneOffset.UTC),
        blackout,
        Optional.empty());
  }

  RingFacts facts() {
    List<CollectionFact> collections = new ArrayList<>();
    collections.add(fact("PS100001", PART, servers.size(), Optional.empty()));
    if (made) {
      long inRing = members().stream().filter(servers::containsKey).count();
      collections.add(fact("PS100002", ENTRY, evaluated ? inRing : 0, changed()));
    }
    Map<String, DeploymentFact> deployed = new TreeMap<>();
    policies.forEach(name ->
        deployed.put(
            name,
            new DeploymentFact(
                1, "PS100002", Optional.empty(), Optional.empty(), Optional.empty())));
    return new RingFacts(
        new SiteCollections(collections),
        new OurDeployments(Map.of(), Map.of(), deployed, Map.of()),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        new EntryFacts(
            Map.of(MODE, Map.copyOf(servers)),
            Map.of(
                ENTRY, rules.stream().filter(rule -> NamedServers.in(rule).isPresent()).toList())),
        Map.of(
            "r",
            new RingAntivirus(
                keptOut, 0, 0, Lack.NONE, Lack.NONE, UnknownAntivirus.NONE, 0, 0, Lack.NONE, 0)),
        Map.of(),
        List.of());
  }

  private Optional<Instant> changed() {
    return evaluated ? Optional.empty() : Optional.of(NOW);
  }

  private static CollectionFact fact(
      String id, String name, long members, Optional<Instant> unevaluated) {
    return new CollectionFact(id, name, "[garrison:1:small]", members, false, unevaluated);
  }

  PassiveAdmission entry() {
    return new PassiveAdmission(manifest, facts());
  }

  List<Wanted<?>> wanted() {
    return entry().collections(List.of(plan()));
  }

  /** The rules that are wanted. */
  Set<QueryRule> wantedRules() {
    return wanted().stream()
        .filter(each -> each.address().name().equals(ENTRY))
        .map(each -> ((DeviceCollection) ((Desired.Present<?>) each.desired()).state()).queries())
        .findFirst()
        .orElse(Set.of());
  }

  /** The servers that are wanted in the collection. */
  Set<Long> letIn() {
    Set<Long> ids = new TreeSet<>();
    wantedRules().forEach(rule -> ids.addAll(NamedServers.in(rule).orElseThrow().ids()));
    return ids;
  }

  /** What is wanted is taken over, as an apply does. */
  void apply() {
    Set<QueryRule> wanted = wantedRules();
    made = true;
    rules.clear();
    rules.addAll(wanted);
  }

  /** Whom the rules on the site name. */
  Set<Long> members() {
    Set<Long> ids = new TreeSet<>();
    rules.stream()
        .flatMap(rule -> NamedServers.in(rule).stream())
        .forEach(named -> ids.addAll(named.ids()));
    return ids;
  }
}
