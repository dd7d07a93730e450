package dev.garrison.lab.device;

import java.util.List;
import java.util.Optional;

/** A detection method that simulated devices can evaluate, by registry. */
public sealed interface Detection {
  /** Checks the registry of a device for the software. */
  Verdict in(Registry registry);

  /** All of several conditions. */
  record AllOf(List<Detection> parts) implements Detection {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Verdict in(Registry registry) {
      return Verdict.all(parts.stream().map(part -> part.in(registry)));
    }
  }

  /** Any of several conditions. */
  record OneOf(List<Detection> parts) implements Detection {
    public OneOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Verdict in(Registry registry) {
      return Verdict.any(parts.stream().map(part -> part.in(registry)));
    }
  }

  /** Presence of a registry key. */
  record KeyExists(String key, boolean wanted) implements Detection {
    @Override
    public Verdict in(Registry registry) {
      return Verdict.of(registry.hasKey(key) == wanted);
    }
  }

  /** Presence of a registry value. */
  record ValueExists(String key, String name, boolean wanted) implements Detection {
    @Override
    public Verdict in(Registry registry) {
      return Verdict.of(registry.value(key, name).isPresent() == wanted);
    }
  }

  /** Comparison of a registry value with a constant; NO if the value is missing. */
  record ValueTest(String key, String name, Comparison comparison, String constant)
      implements Detection {
    @Override
    public Verdict in(Registry registry) {
      Optional<String> value = registry.value(key, name);
      return value.map(found -> comparison.compare(found, constant)).orElse(Verdict.NO);
    }
  }

  /** Detection of files, folders, or products, which simulated devices do not have. */
  record Absent(boolean wantedAbsent) implements Detection {
    @Override
    public Verdict in(Registry registry) {
      return Verdict.of(wantedAbsent);
    }
  }

  /** A script, a product code, or a rule of a kind that devices of the lab cannot evaluate. */
  record Undecided() implements Detection {
    @Override
    public Verdict in(Registry registry) {
      return Verdict.UNKNOWN;
    }
  }
}
