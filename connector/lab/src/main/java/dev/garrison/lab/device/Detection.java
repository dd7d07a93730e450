package dev.garrison.lab.device;

import java.util.List;
import java.util.Optional;

/** A detection method, as far as simulated devices can decide it: by registry. */
public sealed interface Detection {
  /** Whether the software is there. */
  Verdict in(Registry registry);

  /** All of them. */
  record AllOf(List<Detection> parts) implements Detection {
    public AllOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Verdict in(Registry registry) {
      return Verdict.all(parts.stream().map(part -> part.in(registry)));
    }
  }

  /** One of them. */
  record OneOf(List<Detection> parts) implements Detection {
    public OneOf {
      parts = List.copyOf(parts);
    }

    @Override
    public Verdict in(Registry registry) {
      return Verdict.any(parts.stream().map(part -> part.in(registry)));
    }
  }

  /** A key's presence. */
  record KeyExists(String key, boolean wanted) implements Detection {
    @Override
    public Verdict in(Registry registry) {
      return Verdict.of(registry.hasKey(key) == wanted);
    }
  }

  /** A value's presence. */
  record ValueExists(String key, String name, boolean wanted) implements Detection {
    @Override
    public Verdict in(Registry registry) {
      return Verdict.of(registry.value(key, name).isPresent() == wanted);
    }
  }

  /** A value compared with a constant; no where the value is missing. */
  record ValueTest(String key, String name, Comparison comparison, String constant)
      implements Detection {
    @Override
    public Verdict in(Registry registry) {
      Optional<String> value = registry.value(key, name);
      return value.map(found -> comparison.compare(found, constant)).orElse(Verdict.NO);
    }
  }

  /** Files, folders and products: simulated devices have none. */
  record Absent(boolean wantedAbsent) implements Detection {
    @Override
    public Verdict in(Registry registry) {
      return Verdict.of(wantedAbsent);
    }
  }

  /** A script, a product code, or a rule of a kind that devices of the lab do not decide. */
  record Undecided() implements Detection {
    @Override
    public Verdict in(Registry registry) {
      return Verdict.UNKNOWN;
    }
  }
}
