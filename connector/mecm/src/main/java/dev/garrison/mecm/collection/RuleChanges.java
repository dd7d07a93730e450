package dev.garrison.mecm.collection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Calls that change one set of rules into another. Exclusions are added first and removed last, so
 * that at no moment a server that must be excluded is a member.
 *
 * @param protecting to be made before the collection itself is changed
 * @param rest to be made after that
 */
record RuleChanges(List<Call> protecting, List<Call> rest) {
  /** One call of a method. */
  record Call(String method, ObjectNode rule) {}

  private static final String ADD = "AddMembershipRule";
  private static final String REMOVE = "DeleteMembershipRule";

  static RuleChanges between(
      DeviceCollection before, DeviceCollection after, CollectionRules rules) {
    List<Call> protecting = new ArrayList<>();
    add(protecting, ADD, minus(after.excludes(), before.excludes()), rules::exclude);
    List<Call> rest = new ArrayList<>();
    add(rest, REMOVE, minus(before.queries(), after.queries()), rules::query);
    add(rest, REMOVE, minus(before.includes(), after.includes()), rules::include);
    add(rest, REMOVE, minus(before.members(), after.members()), rules::direct);
    add(rest, ADD, minus(after.includes(), before.includes()), rules::include);
    add(rest, ADD, minus(after.queries(), before.queries()), rules::query);
    add(rest, ADD, minus(after.members(), before.members()), rules::direct);
    add(rest, REMOVE, minus(before.excludes(), after.excludes()), rules::exclude);
    return new RuleChanges(protecting, rest);
  }

  /** Methods needed to change the rules of the first collection to those of the second. */
  static Set<String> methods(DeviceCollection before, DeviceCollection after) {
    Set<String> methods = new TreeSet<>();
    if (!minus(rules(after), rules(before)).isEmpty()) {
      methods.add(ADD);
    }
    if (!minus(rules(before), rules(after)).isEmpty()) {
      methods.add(REMOVE);
    }
    return methods;
  }

  private static Set<Object> rules(DeviceCollection collection) {
    Set<Object> rules = new HashSet<>(collection.queries());
    rules.addAll(collection.members());
    collection.includes().forEach(name -> rules.add("include " + name));
    collection.excludes().forEach(name -> rules.add("exclude " + name));
    return rules;
  }

  private static <T> Set<T> minus(Set<T> all, Set<T> without) {
    Set<T> left = new HashSet<>(all);
    left.removeAll(without);
    return left;
  }

  private static <T> void add(
      List<Call> calls, String method, Set<T> rules, Function<T, ObjectNode> form) {
    rules.forEach(rule -> calls.add(new Call(method, form.apply(rule))));
  }
}
