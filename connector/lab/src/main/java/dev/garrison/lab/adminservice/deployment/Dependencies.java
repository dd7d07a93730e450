package dev.garrison.lab.adminservice.deployment;

import dev.garrison.lab.adminservice.application.Applications;
import dev.garrison.lab.adminservice.digest.Digest;
import dev.garrison.lab.device.Registry;
import dev.garrison.lab.device.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds dependencies of a deployment type that a device does not meet. */
record Dependencies(Applications applications) {
  /**
   * A dependency that the device does not meet.
   *
   * @param kind the deployment type that would meet it
   * @param automatic whether the client installs it automatically
   */
  record Lack(String modelName, Digest.Kind kind, boolean automatic) {}

  /** First dependency that is not met; a dependency of that dependency comes before it. */
  Optional<Lack> lack(Digest.Kind kind, Registry registry) {
    return lack(kind, registry, new HashSet<>());
  }

  private Optional<Lack> lack(Digest.Kind kind, Registry registry, Set<String> above) {
    return kind.needs().stream()
        .filter(ways -> ways.stream().noneMatch(way -> isMet(way, registry)))
        .findFirst()
        .flatMap(ways -> choice(ways, above))
        .map(lack -> lack(lack.kind(), registry, above).orElse(lack));
  }

  private boolean isMet(Digest.Relation way, Registry registry) {
    return applications
        .kind(way)
        .filter(kind -> kind.detection().in(registry) == Verdict.YES)
        .isPresent();
  }

  private Optional<Lack> choice(List<Digest.Relation> ways, Set<String> above) {
    Digest.Relation chosen =
        ways.stream().filter(Digest.Relation::automatic).findFirst().orElse(ways.getFirst());
    return above.add(chosen.kind())
        ? applications
            .kind(chosen)
            .map(kind -> new Lack(chosen.modelName(), kind, chosen.automatic()))
        : Optional.empty();
  }
}
