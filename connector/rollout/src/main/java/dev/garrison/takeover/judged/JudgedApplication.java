package dev.garrison.takeover.judged;

import dev.garrison.language.Text;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.takeover.seen.SeenApplication;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An application that has to do with onboarding.
 *
 * @param why the evidence, as clauses
 * @param orgId the tenant that its detection method names
 * @param systems those that its requirement names; none when it has none that is known
 */
public record JudgedApplication(
    SeenApplication application,
    Purpose purpose,
    Confidence sureness,
    List<Text> why,
    Optional<String> orgId,
    Set<OperatingSystem> systems) {
  public JudgedApplication {
    why = List.copyOf(why);
    systems = Set.copyOf(systems);
  }

  /** Whether it is sure enough to go into a manifest as an onboarding application. */
  public boolean onboards() {
    return purpose == Purpose.ONBOARDS && sureness != Confidence.POSSIBLE;
  }
}
