package dev.garrison.takeover.composed;

import dev.garrison.engine.resource.Mark;
import dev.garrison.language.Text;
import dev.garrison.manifest.NamingSection;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.deployment.BesideNote;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.Deadline;
import dev.garrison.takeover.draft.Draft;
import dev.garrison.takeover.draft.DraftRing;
import dev.garrison.takeover.draft.DraftValue;
import dev.garrison.takeover.draft.SiteAccess;
import dev.garrison.takeover.judged.ApplicationClassifier;
import dev.garrison.takeover.judged.Finding;
import dev.garrison.takeover.seen.SeenApplication;
import dev.garrison.takeover.seen.SeenCollection;
import dev.garrison.takeover.seen.SeenDeployment;
import dev.garrison.takeover.seen.SeenSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rebuilds the manifest whose objects are on the site, as far as they show it. */
public final class OwnComposer {
  private static final Pattern SERVER = Pattern.compile("SMS_R_System\\.Name = \"([^\"]+)\"");

  private final SeenSite seen;
  private final Mark mark;
  private final Answers answers;
  private final List<OwnRing> rings;
  private final List<SeenApplication> applications;
  private final List<SeenDeployment> deployments;
  private final List<Text> left = new ArrayList<>();

  public OwnComposer(SeenSite seen, Mark mark, Answers answers) {
    this.seen = seen;
    this.mark = mark;
    this.answers = answers;
    this.rings = OwnRing.of(seen, mark);
    this.applications =
        seen.applications().stream().filter(each -> isOurs(each.description())).toList();
    this.deployments =
        seen.deployments().stream().filter(each -> isOurs(each.description())).toList();
  }

  private boolean isOurs(String text) {
    return Mark.in(text).equals(Optional.of(mark));
  }

  /** Whether the objects show a ring; without one there is no manifest to rebuild. */
  public boolean hasRings() {
    return !rings.isEmpty();
  }

  /** The draft; {@link Answers#missing} shows whether it is complete. */
  public Composed compose(SiteAccess access, String siteCode) {
    Optional<NamingSection> naming = naming();
    SharedPlaces places = places();
    Draft draft =
        new Draft(
            mark.manifest(),
            siteCode,
            access,
            answers.or("--publish-to", Optional.empty(), Text.of("takeover-missing.publish-to")),
            answers.or("--content-source", contentSource(), Text.of("takeover-missing.no-content")),
            answers.or("--org-id", Tenant.of(seen, detected()), Text.of("takeover-missing.tenant")),
            DraftValue.plainly(systems()),
            naming.filter(each -> !each.equals(NamingSection.DEFAULT)),
            places.folder(placed(), "takeover-left.folder-objects"),
            places.scopes(),
            DraftValue.plainly(
                answers
                    .given("--limiting-collection")
                    .orElseGet(() -> rings.getFirst().whole().limitedTo())),
            groups(places),
            byClientSetting(),
            rollout(),
            rings.stream().map(this::ring).toList(),
            sampleSharing(),
            exceptions(),
            List.of("Rebuilt from the objects that carry the mark " + mark.text() + "."));
    left.add(Text.of("takeover-left.not-shown"));
    left.add(Text.of("takeover-left.packages"));
    return new Composed(draft, findings(), left, twoOwners(), lostMarks(naming));
  }

  private List<Text> twoOwners() {
    Set<String> names = new TreeSet<>();
    for (OwnRing ring : rings) {
      names.add(ring.whole().name());
      names.addAll(ring.whole().includes());
      ring.parts().values().forEach(part -> names.add(part.name()));
    }
    return new ForeignObjects(seen, Optional.of(mark))
        .deployments().stream()
            .filter(each ->
                seen.collection(each.collectionId())
                    .filter(collection -> names.contains(collection.name()))
                    .isPresent())
            .map(each ->
                Text.of(
                    "takeover-owners.collection",
                    "object",
                    each.kind() + "/" + each.name(),
                    "collection",
                    seen.collection(each.collectionId()).map(SeenCollection::name).orElse("")))
            .toList();
  }

  private List<Finding> findings() {
    return Stream.of(
            new OwnFindings(mark).of(applications, deployments, rings),
            new ForeignFindings(seen, Optional.of(mark))
                .of(Map.of(), Text.of("takeover-became.unchanged", "manifest", mark.manifest())))
        .flatMap(List::stream)
        .toList();
  }

  private Optional<DraftValue<String>> contentSource() {
    return locations()
        .flatMap(location -> VersionFolder.above(location).stream())
        .findFirst()
        .map(DraftValue::plainly);
  }

  private Stream<String> locations() {
    return applications.stream()
        .flatMap(each -> each.model().stream())
        .map(model -> model.deploymentType().content().location());
  }

  private NavigableSet<String> detected() {
    return applications.stream()
        .flatMap(each -> ApplicationClassifier.of(each).stream())
        .flatMap(each -> each.orgId().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<OperatingSystem> systems() {
    return Stream.concat(
            rings.stream().flatMap(ring -> ring.parts().keySet().stream()),
            OwnNaming.applications(mark.manifest(), seen.applications()).keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<NamingSection> naming() {
    Map<String, String> byCollection = new HashMap<>();
    for (SeenDeployment each : deployments) {
      if (each.description().startsWith("Ring ")) {
        seen.collection(each.collectionId())
            .ifPresent(collection ->
                byCollection.put(OwnRing.part(rings, collection.name()), each.name()));
      }
    }
    Optional<NamingSection> naming =
        new OwnNaming(
                mark.manifest(),
                rings,
                OwnNaming.applications(mark.manifest(), applications),
                byCollection)
            .found();
    if (naming.isEmpty()) {
      left.add(Text.of("takeover-left.naming"));
    }
    return naming;
  }

  private SharedPlaces places() {
    return new SharedPlaces(seen, answers, models().collect(Collectors.toSet()), left);
  }

  private Stream<String> models() {
    return applications.stream().map(SeenApplication::modelName);
  }

  private Stream<String> placed() {
    return Stream.concat(
        models(),
        seen.collections().stream().filter(each -> isOurs(each.comment())).map(SeenCollection::id));
  }

  private DraftValue<List<String>> groups(SharedPlaces places) {
    return places.groups(
        byClientSetting(),
        Text.of("takeover-missing.no-group"),
        rings.size() > 1 && places.hasSeveralGroups()
            ? List.of(
                "Which ring needs which group does not show: write 'distributionGroups' into the rings if they differ.")
            : List.of());
  }

  private boolean byClientSetting() {
    return deployments.stream().anyMatch(each -> each.kind().equals(PolicyDeployment.KIND));
  }

  private SequencedMap<String, DraftValue<String>> rollout() {
    SequencedMap<String, DraftValue<String>> rollout = new LinkedHashMap<>();
    if (byClientSetting()) {
      Set<String> policies =
          deployments.stream()
              .filter(each -> each.kind().equals(PolicyDeployment.KIND))
              .map(SeenDeployment::modelName)
              .collect(Collectors.toSet());
      Set<String> targets = rings.stream().flatMap(OwnRing::targets).collect(Collectors.toSet());
      rollout.putAll(new Route(seen, answers).clientSetting(policies, targets));
    }
    words()
        .flatMap(words -> words.after("Workspace").stream())
        .findFirst()
        .ifPresent(workspace -> rollout.put("removeWorkspace", DraftValue.plainly(workspace)));
    return rollout;
  }

  private Stream<CommandWords> words() {
    return applications.stream().flatMap(each -> words(each).stream());
  }

  private static Optional<CommandWords> words(SeenApplication application) {
    return application
        .model()
        .map(model -> new CommandWords(model.deploymentType().program().installCommandLine()));
  }

  private DraftValue<String> sampleSharing() {
    return answers.or(
        "--sample-sharing",
        words()
            .flatMap(words -> words.after("SampleSharing").stream())
            .findFirst()
            .map(DraftValue::plainly),
        Text.of("takeover-missing.no-command-line"));
  }

  private DraftRing ring(OwnRing ring) {
    List<SeenDeployment> own = said("Ring " + ring.name() + ".");
    Optional<SeenDeployment> first = own.stream().findFirst();
    String mode = BesideNote.ofMode(ring.antivirusByPolicy(), ring.name());
    Optional<SeenDeployment> timed =
        (byClientSetting() ? said(mode) : own).stream().findFirst().or(() -> first);
    Optional<CommandWords> words = words(own);
    Optional<CommandWords> proxies =
        words(said(BesideNote.ofSettings(ring.name()))).or(() -> words);
    List<String> notes =
        first.isPresent()
            ? List.of()
            : List.of(
                "Ring '%s' has no deployment yet: antivirus and proxy do not show in it."
                    .formatted(ring.name()));
    return new DraftRing(
        ring.name(),
        List.copyOf(ring.whole().includes()),
        ring.excluded(ownCollections()),
        Members.withHeadroom(members(ring)),
        Deadline.between(
            timed.flatMap(SeenDeployment::start), timed.flatMap(SeenDeployment::deadline)),
        timed
            .filter(each -> each.deadline().isPresent())
            .map(SeenDeployment::localTime)
            .orElse(true),
        antivirus(ring, words),
        proxies.flatMap(each -> each.after("SensorProxy")),
        proxies.flatMap(each -> each.after("AntivirusProxy")),
        notes);
  }

  private List<SeenDeployment> said(String description) {
    return deployments.stream().filter(each -> each.description().startsWith(description)).toList();
  }

  private Optional<CommandWords> words(List<SeenDeployment> own) {
    return own.stream()
        .flatMap(
            each -> applications.stream().filter(app -> app.modelName().equals(each.modelName())))
        .flatMap(each -> words(each).stream())
        .findFirst();
  }

  /**
   * Antivirus mode of a ring. For a ring without deployments it is known only if all applications
   * have one mode.
   */
  private String antivirus(OwnRing ring, Optional<CommandWords> words) {
    if (byClientSetting()) {
      return ring.antivirusByPolicy();
    }
    Optional<String> said = words.flatMap(each -> each.after("Antivirus"));
    if (said.isPresent()) {
      return said.get();
    }
    Set<String> modes =
        words()
            .flatMap(each -> each.after("Antivirus").stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<DraftValue<String>> one =
        modes.size() == 1 ? modes.stream().findFirst().map(DraftValue::plainly) : Optional.empty();
    return answers
        .or("--antivirus", one, Text.of("takeover-missing.ring-mode", "ring", ring.name()))
        .value();
  }

  private long members(OwnRing ring) {
    return seen.collections().stream()
        .filter(each -> each.name().equals(ring.whole().name()))
        .mapToLong(SeenCollection::members)
        .max()
        .orElse(0);
  }

  private Set<String> ownCollections() {
    return seen.rules().values().stream()
        .filter(each -> isOurs(each.comment()))
        .map(DeviceCollection::name)
        .collect(Collectors.toSet());
  }

  private String exceptionsName() {
    return "MDE exceptions - " + mark.manifest();
  }

  private List<String> exceptions() {
    return Optional.ofNullable(seen.rules().get(exceptionsName())).stream()
        .flatMap(collection -> collection.queries().stream())
        .flatMap(query -> SERVER.matcher(query.expression()).results())
        .map(result -> result.group(1))
        .sorted()
        .toList();
  }

  /** Objects with the manifest's names but no mark: an edit in the console removed it. */
  private List<String> lostMarks(Optional<NamingSection> naming) {
    Map<String, String> lost = new TreeMap<>();
    NamingSection names = naming.orElse(NamingSection.DEFAULT);
    for (OwnRing ring : rings) {
      for (OperatingSystem system : systems()) {
        String collection = names.collectionFor(mark.manifest(), system, ring.name());
        seen.collections().stream()
            .filter(each -> each.name().equals(collection) && Mark.in(each.comment()).isEmpty())
            .forEach(each -> lost.put("collection/" + each.name(), ""));
        String deployment = names.deploymentFor(mark.manifest(), system, ring.name());
        seen.deployments().stream()
            .filter(each -> each.name().equals(deployment) && Mark.in(each.description()).isEmpty())
            .forEach(each -> lost.put(each.kind() + "/" + each.name(), ""));
      }
    }
    OwnNaming.applications(mark.manifest(), seen.applications()).values().stream()
        .filter(title -> applications.stream().noneMatch(each -> each.title().equals(title)))
        .forEach(title -> lost.put("application/" + title, ""));
    return List.copyOf(lost.keySet());
  }
}
