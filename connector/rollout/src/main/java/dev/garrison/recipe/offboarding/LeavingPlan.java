package dev.garrison.recipe.offboarding;

import dev.garrison.gate.OffboardingProgress;
import dev.garrison.gate.OffboardingProgress.Standing;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.OffboardSection;
import dev.garrison.ring.OffboardingNote;
import dev.garrison.survey.offboarding.LeavingFacts;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.RingFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Status of one entry of {@code offboard}, even if the manifest no longer has it.
 *
 * @param name the entry's name
 * @param entry empty when it is no longer in the manifest
 * @param leaving the servers on their way out of the rings
 * @param returning the servers on their way back
 * @param offers whether a managed collection for offboarding exists, so that servers may have its
 *     policy
 * @param deployed whether the deployment that offboards exists
 */
record LeavingPlan(
    String name,
    Optional<OffboardSection> entry,
    List<Standing> leaving,
    List<Standing> returning,
    boolean offers,
    boolean deployed) {
  LeavingPlan {
    leaving = List.copyOf(leaving);
    returning = List.copyOf(returning);
  }

  /** Status of all entries; those of the manifest come first, in its order. */
  static List<LeavingPlan> all(Manifest manifest, RingFacts rings, LeavingFacts facts) {
    List<LeavingPlan> plans = new ArrayList<>();
    manifest.offboard().forEach(entry -> plans.add(of(manifest, entry.name(), rings, facts)));
    Set<String> there =
        rings.collections().ours().stream()
            .map(CollectionFact::comment)
            .flatMap(comment -> OffboardingNote.in(comment).stream())
            .map(OffboardingNote::entry)
            .collect(Collectors.toCollection(TreeSet::new));
    plans.forEach(plan -> there.remove(plan.name()));
    there.forEach(name -> plans.add(of(manifest, name, rings, facts)));
    return List.copyOf(plans);
  }

  private static LeavingPlan of(
      Manifest manifest, String name, RingFacts rings, LeavingFacts facts) {
    return new LeavingPlan(
        name,
        manifest.offboard().stream().filter(each -> each.name().equals(name)).findFirst(),
        OffboardingProgress.of(facts.leavingOf(name)),
        OffboardingProgress.of(facts.returningOf(name)),
        rings.collection(manifest.offboardingCollection(name)).isPresent(),
        rings.offboarding(manifest.offboardingDeployment(name)).isPresent());
  }

  /** Whether the entry keeps servers out of the rings. */
  boolean keepsOut() {
    return entry.isPresent() || !notBack().isEmpty();
  }

  /** Whether the entry offboards servers. */
  boolean offboards() {
    return entry.flatMap(OffboardSection::packageFile).isPresent();
  }

  /** Servers that may be offboarded. */
  List<Standing> free() {
    return leaving.stream().filter(Standing::gone).toList();
  }

  /** Servers that may not be offboarded yet. */
  List<Standing> held() {
    return leaving.stream().filter(each -> !each.gone()).toList();
  }

  /** Servers that may not come back to the rings yet. */
  List<Standing> notBack() {
    return returning.stream().filter(each -> !each.gone()).toList();
  }

  /** Servers with the conditions that they wait for, for people. */
  static String words(List<Standing> held) {
    return held.stream()
        .map(each -> each.server().name() + " (" + each.held().orElse("") + ")")
        .collect(Collectors.joining(", "));
  }

  /** Names of servers, for people. */
  static String names(List<Standing> standings) {
    return standings.stream().map(each -> each.server().name()).collect(Collectors.joining(", "));
  }
}
