package dev.garrison.takeover.composed;

import dev.garrison.language.Text;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.DraftValue;
import dev.garrison.takeover.seen.SeenSite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Console folder, security scopes and distribution point groups of a manifest's objects.
 *
 * @param applications their model names
 * @param left collects the places that could not be carried over
 */
record SharedPlaces(SeenSite seen, Answers answers, Set<String> applications, List<Text> left) {
  private static final String DEFAULT_SCOPE = "Default";
  private static final String GROUP = "--distribution-group";

  /**
   * The folder that contains all objects.
   *
   * @param keys of the objects: model names and collection IDs
   * @param remark key of the remark on objects that are not in one folder
   */
  Optional<String> folder(Stream<String> keys, String remark) {
    Set<String> folders =
        keys.flatMap(key -> Optional.ofNullable(seen.folders().get(key)).stream())
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (folders.size() == 1 && !folders.iterator().next().contains("/")) {
      return Optional.of(folders.iterator().next());
    }
    if (!folders.isEmpty()) {
      left.add(Text.of(remark, "folders", List.copyOf(folders)));
    }
    return Optional.empty();
  }

  /**
   * The scopes that all applications have. A scope that only some have is left out, because it
   * would open the others to it.
   */
  List<String> scopes() {
    Set<String> any = all(seen.scopes());
    any.remove(DEFAULT_SCOPE);
    Set<String> shared = new TreeSet<>(any);
    applications.forEach(model -> shared.retainAll(seen.scopes().getOrDefault(model, Set.of())));
    any.removeAll(shared);
    if (!any.isEmpty()) {
      left.add(Text.of("takeover-left.scopes", "scopes", List.copyOf(any)));
    }
    return List.copyOf(shared);
  }

  /**
   * The groups that have the content; a given one takes precedence.
   *
   * @param notNeeded whether a manifest can do without groups
   * @param unseen reason why none is known
   * @param notes facts that a person should know of the groups found
   */
  DraftValue<List<String>> groups(boolean notNeeded, Text unseen, List<String> notes) {
    Set<String> groups = all(seen.groups());
    if (answers.given(GROUP).isPresent() || (groups.isEmpty() && !notNeeded)) {
      DraftValue<String> one = answers.or(GROUP, Optional.empty(), unseen);
      return new DraftValue<>(List.of(one.value()), one.notes());
    }
    return new DraftValue<>(List.copyOf(groups), groups.isEmpty() ? List.of() : notes);
  }

  /** Whether the content is at more than one group. */
  boolean hasSeveralGroups() {
    return all(seen.groups()).size() > 1;
  }

  private Set<String> all(Map<String, Set<String>> places) {
    return applications.stream()
        .flatMap(model -> Optional.ofNullable(places.get(model)).stream().flatMap(Set::stream))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
