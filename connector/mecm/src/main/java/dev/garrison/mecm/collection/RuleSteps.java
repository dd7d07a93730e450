package dev.garrison.mecm.collection;

import dev.garrison.engine.change.ManualStep;
import dev.garrison.language.Text;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.offer.PowerShellText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Manual steps to change a collection's rules, each rule by its own kind and cmdlet. Exclusions are
 * added first and removed last, so that no server that must be excluded is a member for a moment.
 *
 * @param inWords such as {@code add the query rule 'x'}
 * @param commands one for each, in the same order
 * @see <a
 *     href="https://learn.microsoft.com/powershell/module/configurationmanager/add-cmdevicecollectionquerymembershiprule">Add-CMDeviceCollectionQueryMembershipRule</a>
 */
record RuleSteps(List<Text> inWords, List<String> commands) {
  RuleSteps {
    inWords = List.copyOf(inWords);
    commands = List.copyOf(commands);
  }

  /**
   * Steps that change the rules of one collection to those of another.
   *
   * @param id the collection's
   */
  static RuleSteps between(String id, DeviceCollection before, DeviceCollection after) {
    Steps steps = new Steps(id, new ArrayList<>(), new ArrayList<>());
    minus(after.excludes(), before.excludes()).forEach(name -> steps.add("Exclude", name));
    queries(before, after).forEach((name, _) -> steps.removeQuery(name));
    minus(before.includes(), after.includes()).forEach(name -> steps.remove("Include", name));
    members(before, after).forEach(rule -> steps.direct("Remove", rule, " -Force"));
    minus(after.includes(), before.includes()).forEach(name -> steps.add("Include", name));
    queries(after, before).forEach(steps::addQuery);
    members(after, before).forEach(rule -> steps.direct("Add", rule, ""));
    minus(before.excludes(), after.excludes()).forEach(name -> steps.remove("Exclude", name));
    return new RuleSteps(steps.inWords, steps.commands);
  }

  private static Set<String> minus(Set<String> all, Set<String> without) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(without);
    return left;
  }

  /** Expressions by name. */
  private static TreeMap<String, String> queries(DeviceCollection of, DeviceCollection without) {
    return of.queries().stream()
        .filter(query -> !without.queries().contains(query))
        .collect(
            Collectors.toMap(
                QueryRule::name, QueryRule::expression, (first, _) -> first, TreeMap::new));
  }

  private static List<DirectRule> members(DeviceCollection of, DeviceCollection without) {
    return of.members().stream()
        .filter(rule -> !without.members().contains(rule))
        .sorted(Comparator.comparing(DirectRule::name).thenComparingLong(DirectRule::resourceId))
        .toList();
  }

  /** All steps as one clause. */
  Text inTurn() {
    return inWords.stream()
        .reduce((first, next) -> Text.of("device-collection.then", "first", first, "next", next))
        .orElseThrow();
  }

  ManualStep manual(String collection) {
    return new ManualStep(
        Text.of("device-collection.rules-step", "collection", collection).toString(),
        String.join("; ", commands));
  }

  private record Steps(String id, List<Text> inWords, List<String> commands) {
    void add(String kind, String name) {
      inWords.add(
          Text.of(
              "device-collection.add-rule", "kind", kind.toLowerCase(Locale.ROOT), "name", name));
      commands.add(
          "Add-CMDeviceCollection%sMembershipRule -CollectionId %s -%sCollectionName %s"
              .formatted(kind, PowerShellText.quoted(id), kind, PowerShellText.quoted(name)));
    }

    void remove(String kind, String name) {
      inWords.add(
          Text.of(
              "device-collection.remove-rule",
              "kind",
              kind.toLowerCase(Locale.ROOT),
              "name",
              name));
      commands.add(
          "Remove-CMDeviceCollection%sMembershipRule -CollectionId %s -%sCollectionName %s -Force"
              .formatted(kind, PowerShellText.quoted(id), kind, PowerShellText.quoted(name)));
    }

    void removeQuery(String name) {
      inWords.add(Text.of("device-collection.remove-rule", "kind", "query", "name", name));
      commands.add(
          "Remove-CMDeviceCollectionQueryMembershipRule -CollectionId %s -RuleName %s -Force"
              .formatted(PowerShellText.quoted(id), PowerShellText.quoted(name)));
    }

    void direct(String verb, DirectRule rule, String more) {
      inWords.add(
          verb.equals("Add")
              ? Text.of("device-collection.add-rule", "kind", "direct", "name", rule.name())
              : Text.of("device-collection.remove-rule", "kind", "direct", "name", rule.name()));
      commands.add(
          "%s-CMDeviceCollectionDirectMembershipRule -CollectionId %s -ResourceId %d%s"
              .formatted(verb, PowerShellText.quoted(id), rule.resourceId(), more));
    }

    void addQuery(String name, String expression) {
      inWords.add(Text.of("device-collection.add-rule", "kind", "query", "name", name));
      commands.add(
          "Add-CMDeviceCollectionQueryMembershipRule -CollectionId %s -RuleName %s -QueryExpression %s"
              .formatted(
                  PowerShellText.quoted(id),
                  PowerShellText.quoted(name),
                  PowerShellText.quoted(expression)));
    }
  }
}
