package dev.garrison.mecm.site;

import dev.garrison.diagnostic.Diagnostic;
import java.util.List;

/** Result of the version gate. */
public sealed interface RouteDecision {
  /**
   * The site is supported.
   *
   * @param route the onboarding method to use
   * @param reason the reason for this method, in one sentence
   * @param notes facts for the administrator, most important first
   * @param steps additional steps for the site's version, each in a few sentences
   */
  record Admitted(OnboardingRoute route, String reason, List<String> notes, List<String> steps)
      implements RouteDecision {
    public Admitted {
      notes = List.copyOf(notes);
      steps = List.copyOf(steps);
    }
  }

  /**
   * The site is not supported, or the method is not possible on it.
   *
   * @param reasons all that were found
   */
  record Refused(List<Diagnostic> reasons) implements RouteDecision {
    public Refused {
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
      reasons = List.copyOf(reasons);
    }
  }
}
