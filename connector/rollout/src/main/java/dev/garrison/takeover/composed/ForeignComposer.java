package dev.garrison.takeover.composed;

import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.manifest.value.BuiltInCollections;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.clientsetting.AgentSetting;
import dev.garrison.mecm.onboardingpolicy.OnboardingPolicy;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import dev.garrison.takeover.composed.ForeignRings.Target;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.Deadline;
import dev.garrison.takeover.draft.Draft;
import dev.garrison.takeover.draft.DraftRing;
import dev.garrison.takeover.draft.DraftValue;
import dev.garrison.takeover.draft.SiteAccess;
import dev.garrison.takeover.judged.JudgedApplication;
import dev.garrison.takeover.seen.SeenDeployment;
import dev.garrison.takeover.seen.SeenSite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Composes a manifest that fits onboarding objects made without Garrison. */
public final class ForeignComposer {
  private final SeenSite seen;
  private final Answers answers;
  private final ForeignObjects objects;
  private final List<SeenDeployment> deployments;
  private final ForeignRings rings;
  private final List<Target> targets;
  private final List<Text> left = new ArrayList<>();

  public ForeignComposer(SeenSite seen, Answers answers) {
    this.seen = seen;
    this.answers = answers;
    this.objects = new ForeignObjects(seen, Optional.empty());
    List<SeenDeployment> all = objects.deployments();
    this.deployments = byPolicy(all).isEmpty() ? all : byPolicy(all);
    this.rings = new ForeignRings(seen);
    this.targets = rings.targets(deployments);
  }

  private static List<SeenDeployment> byPolicy(List<SeenDeployment> all) {
    return all.stream().filter(each -> each.kind().equals(PolicyDeployment.KIND)).toList();
  }

  /** Whether nothing on the site onboards, deployed or not. */
  public boolean isEmpty() {
    return objects.applications().isEmpty() && seen.policies().isEmpty();
  }

  /** The draft; {@link Answers#missing} shows whether it is complete. */
  public Composed compose(SiteAccess access, String siteCode) {
    SharedPlaces places = places();
    Draft draft =
        new Draft(
            answers.or("--name", Optional.empty(), Text.of("takeover-missing.name")).value(),
            siteCode,
            access,
            answers.or("--publish-to", Optional.empty(), Text.of("takeover-missing.publish-to")),
            answers.or(
                "--content-source", Optional.empty(), Text.of("takeover-missing.own-folder")),
            answers.or("--org-id", Tenant.of(seen, detected()), Text.of("takeover-missing.tenant")),
            systems(),
            Optional.empty(),
            places.folder(places.applications().stream(), "takeover-left.folder-applications"),
            places.scopes(),
            limit(),
            places.groups(
                byClientSetting(),
                Text.of("takeover-missing.group"),
                List.of("Where the content of the applications is that were found.")),
            byClientSetting(),
            rollout(),
            draftRings(),
            answers.or(
                "--sample-sharing", Optional.empty(), Text.of("takeover-missing.sample-sharing")),
            List.of(),
            List.of("Proposed from what somebody made by hand. Nothing of it is Garrison's yet."));
    left.addAll(rings.left());
    applicationsLeft();
    left.add(Text.of("takeover-left.applications"));
    return new Composed(
        draft,
        new ForeignFindings(seen, Optional.empty())
            .of(became(draft), Text.of("takeover-became.nothing")),
        left,
        twoOwners(draft),
        List.of());
  }

  private boolean byClientSetting() {
    return !byPolicy(deployments).isEmpty();
  }

  private List<JudgedApplication> deployed() {
    Set<String> models =
        deployments.stream().map(SeenDeployment::modelName).collect(Collectors.toSet());
    return objects.onboarding().stream()
        .filter(each -> models.contains(each.application().modelName()))
        .toList();
  }

  private NavigableSet<String> detected() {
    return objects.onboarding().stream()
        .flatMap(each -> each.orgId().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private DraftValue<Set<OperatingSystem>> systems() {
    Set<OperatingSystem> systems = EnumSet.noneOf(OperatingSystem.class);
    deployed().forEach(each -> systems.addAll(each.systems()));
    boolean open = deployed().stream().anyMatch(each -> each.systems().isEmpty());
    return systems.isEmpty() || open || byClientSetting()
        ? new DraftValue<>(
            EnumSet.allOf(OperatingSystem.class),
            List.of("Which systems were meant does not show: these are all that there are."))
        : new DraftValue<>(
            systems, List.of("From the requirements of the applications that were found."));
  }

  private SharedPlaces places() {
    return new SharedPlaces(
        seen,
        answers,
        deployed().stream().map(each -> each.application().modelName()).collect(Collectors.toSet()),
        left);
  }

  private DraftValue<String> limit() {
    Set<String> limits =
        targets.stream()
            .map(each -> each.collection().limitedTo())
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<String> one =
        limits.size() == 1
            ? limits.stream().findFirst().filter(name -> !BuiltInCollections.contains(name))
            : Optional.empty();
    return answers.or(
        "--limiting-collection",
        one.map(name ->
            new DraftValue<>(
                name,
                List.of("It limits the collections of the rings, so it holds all their servers."))),
        limits.isEmpty()
            ? Text.of("takeover-missing.no-target")
            : Text.of("takeover-missing.limits", "collections", List.copyOf(limits)));
  }

  private SequencedMap<String, DraftValue<String>> rollout() {
    if (!byClientSetting()) {
      return new LinkedHashMap<>();
    }
    return new Route(seen, answers)
        .clientSetting(
            deployments.stream().map(SeenDeployment::modelName).collect(Collectors.toSet()),
            targets.stream().map(each -> each.collection().name()).collect(Collectors.toSet()));
  }

  private List<DraftRing> draftRings() {
    String antivirus =
        answers
            .or(
                "--antivirus",
                byClientSetting() ? Optional.of(DraftValue.plainly("active")) : Optional.empty(),
                Text.of("takeover-missing.antivirus"))
            .value();
    if (!targets.isEmpty()) {
      return rings.rings(targets, antivirus);
    }
    DraftValue<String> collection =
        answers.or(
            "--ring-collection", Optional.empty(), Text.of("takeover-missing.ring-collection"));
    return List.of(
        new DraftRing(
            "pilot",
            List.of(collection.value()),
            List.of(),
            Members.withHeadroom(
                seen.collections().stream()
                    .filter(each -> each.name().equalsIgnoreCase(collection.value()))
                    .mapToLong(each -> each.members())
                    .max()
                    .orElse(0)),
            Deadline.between(Optional.empty(), Optional.empty()),
            true,
            antivirus,
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private void applicationsLeft() {
    if (byClientSetting()) {
      objects.deployments().stream()
          .filter(each -> !each.kind().equals(PolicyDeployment.KIND))
          .forEach(each ->
              left.add(
                  Text.of(
                      "takeover-left.other-method", "object", each.kind() + "/" + each.name())));
    }
    deployments.stream()
        .filter(each -> !each.required())
        .forEach(each ->
            left.add(
                Text.of("takeover-left.available", "object", each.kind() + "/" + each.name())));
  }

  private Map<String, Text> became(Draft draft) {
    Map<String, Text> became = new HashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      for (SeenDeployment each : targets.get(i).deployments()) {
        became.put(
            each.kind() + "/" + each.name(),
            Text.of("takeover-became.ring", "number", i + 1, "ring", draft.rings().get(i).name()));
      }
    }
    deployed()
        .forEach(each ->
            became.put(
                Application.KIND + "/" + each.application().title(),
                each.orgId().isPresent()
                    ? Text.of("takeover-became.tenant")
                    : Text.verbatim("operatingSystems")));
    draft
        .rollout()
        .forEach((key, said) ->
            madeByAPerson(key)
                .ifPresent(kind ->
                    became.put(kind + "/" + said.value(), Text.verbatim("rollout." + key))));
    return became;
  }

  private static Optional<String> madeByAPerson(String key) {
    return switch (key) {
      case "clientSetting" -> Optional.of(AgentSetting.KIND);
      case "onboardingPolicy" -> Optional.of(OnboardingPolicy.KIND);
      default -> Optional.empty();
    };
  }

  private List<Text> twoOwners(Draft draft) {
    List<Text> both = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      for (SeenDeployment each : targets.get(i).deployments()) {
        both.add(
            Text.of(
                "takeover-owners.ring",
                "object",
                each.kind() + "/" + each.name(),
                "ring",
                draft.rings().get(i).name()));
      }
    }
    return both;
  }
}
