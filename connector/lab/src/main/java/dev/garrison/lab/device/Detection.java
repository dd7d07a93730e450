package dev.garrison.lab.device;

import java.util.List;
import java.util.Optional;

/** A detection rule, as far as simulated devices can decide it: by registry. */
public sealed interface Detection {
  /** Whether the software is there. */
  boolean holds(Registry registry);

  /** All of them. */
  record AllOf(List<Detection> parts) implements Detection {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Registry registry) {
      return parts.stream().allMatch(part -> part.holds(registry));
    }
  }

  /** One of them. */
  record OneOf(List<Detection> parts) implements Detection {
    public OneOf {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Registry registry) {
      return parts.stream().anyMatch(part -> part.holds(registry));
    }
  }

  /** A key's presence. */
  record KeyExists(String key, boolean wanted) implements Detection {
    @Override
    public boolean holds(Registry registry) {
      return registry.hasKey(key) == wanted;
    }
  }

  /** A value's presence. */
  record ValueExists(String key, String name, boolean wanted) implements Detection {
    @Override
    public boolean holds(Registry registry) {
      return registry.value(key, name).isPresent() == wanted;
    }
  }

  /** A value compared with a constant; false where the value is missing. */
  record ValueTest(String key, String name, Comparison comparison, String constant)
      implements Detection {
    @Override
    public boolean holds(Registry registry) {
      Optional<String> value = registry.value(key, name);
      return value.isPresent() && comparison.holds(value.get(), constant);
    }
  }

  /** Files, folders and products: simulated devices have none. */
  record Absent(boolean wantedAbsent) implements Detection {
    @Override
    public boolean holds(Registry registry) {
      return wantedAbsent;
    }
  }
}
