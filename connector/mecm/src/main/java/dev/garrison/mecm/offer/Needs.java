package dev.garrison.mecm.offer;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.resource.Address;
import dev.garrison.mecm.adminservice.AdminService;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Site properties and methods that changes of one kind need. The properties are written and the
 * methods are called; their names are those of {@link dev.garrison.mecm.adminservice.Capabilities}.
 */
public record Needs(List<Need> all) {
  private static final Set<Action> WRITING =
      EnumSet.of(Action.CREATE, Action.UPDATE, Action.REPLACE);

  /**
   * One needed member.
   *
   * @param actions that need it
   */
  record Need(String member, Set<Action> actions) {
    Need {
      actions = Set.copyOf(actions);
    }
  }

  /** No needs. */
  public static final Needs NONE = new Needs(List.of());

  public Needs {
    all = List.copyOf(all);
  }

  /** Adds properties that are written whenever an object is created or changed. */
  public Needs writing(String className, String... properties) {
    return with(Stream.of(properties).map(name -> new Need(className + "." + name, WRITING)));
  }

  /** Adds a method that is called for these actions. */
  public Needs calling(String className, String method, Action... actions) {
    return with(Stream.of(new Need(className + "." + method, Set.of(actions))));
  }

  private Needs with(Stream<Need> more) {
    List<Need> both = new ArrayList<>(all);
    more.forEach(both::add);
    return new Needs(both);
  }

  /** Missing members of the site for this change; empty if none is missing. */
  public Optional<Diagnostic> objection(AdminService site, Address address, Action action) {
    List<String> members =
        all.stream().filter(need -> need.actions().contains(action)).map(Need::member).toList();
    return site.capabilities().objection(word(action), address.toString(), members);
  }

  private static String word(Action action) {
    return switch (action) {
      case CREATE -> "create";
      case UPDATE -> "update";
      case REPLACE -> "replace";
      case DELETE -> "delete";
      case NO_OP, WAIT, MANUAL -> throw new IllegalStateException(action + " writes nothing");
    };
  }
}
