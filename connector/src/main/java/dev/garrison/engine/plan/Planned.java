package dev.garrison.engine.plan;

import dev.garrison.engine.resource.Resolved;
import java.util.List;

/**
 * A plan with what is needed to carry it out.
 *
 * @param steps one for each of the plan's changes, in the same order
 * @param ids the servers' keys as read
 */
public record Planned(Plan plan, List<Step<?>> steps, Resolved ids) {
  public Planned {
    steps = List.copyOf(steps);
  }
}
