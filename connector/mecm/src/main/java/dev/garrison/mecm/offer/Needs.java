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
 * What carrying out changes of one kind takes of a site: properties that are written and methods
 * that are called, as {@link dev.garrison.mecm.adminservice.Capabilities} names them.
 */
public record Needs(List<Need> all) {
  private static final Set<Action> WRITING =
      EnumSet.of(Action.CREATE, Action.UPDATE, Action.REPLACE);

  /**
   * One of them.
   *
   * @param actions that need it
   */
  record Need(String member, Set<Action> actions) {
    Need {
      actions = Set.copyOf(actions);
    }
  }

  /** Nothing. */
  public static final Needs NONE = new Needs(List.of());

  public Needs {
    all = List.copyOf(all);
  }

  /** Also writes these properties, whenever an object is made or changed. */
  public Needs writing(String className, String... properties) {
    return with(Stream.of(properties).map(name -> new Need(className + "." + name, WRITING)));
  }

  /** Also calls this method, for these actions. */
  public Needs calling(String className, String method, Action... actions) {
    return with(Stream.of(new Need(className + "." + method, Set.of(actions))));
  }

  private Needs with(Stream<Need> more) {
    List<Need> both = new ArrayList<>(all);
    more.forEach(both::add);
    return new Needs(both);
  }

  /** What is missing on the site for this change; empty where nothing is. */
  public Optional<Diagnostic> objection(AdminService site, Address address, Action action) {
    List<String> members =
        all.stream().filter(need -> need.actions().contains(action)).map(Need::member).toList();
    return site.capabilities().objection(address + " " + verb(action), members);
  }

  private static String verb(Action action) {
    return switch (action) {
      case CREATE -> "would be created";
      case UPDATE -> "would be changed";
      case REPLACE -> "would be replaced";
      case DELETE -> "would be deleted";
      case NO_OP, WAIT, MANUAL -> throw new IllegalStateException(action + " writes nothing");
    };
  }
}
