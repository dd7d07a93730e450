package dev.garrison.json;

import java.util.List;

/**
 * Value that an earlier or a later version of Garrison recorded.
 *
 * @param unknown the parts that this version does not know, as paths such as {@code
 *     plan.rings[1].note}, sorted
 */
public record Recorded<T>(T value, List<String> unknown) {
  public Recorded {
    unknown = unknown.stream().sorted().toList();
  }
}
