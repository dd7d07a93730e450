package dev.garrison.mecm.site;

import dev.garrison.diagnostic.Diagnostic;
import java.util.List;

/** What the version gate says. */
public sealed interface RouteDecision {
  /**
   * Go on.
   *
   * @param route by this route
   * @param reason why this one, in one sentence
   * @param notes what a person should know, most important first
   * @param steps what the site's version needs in addition
   */
  record Admitted(OnboardingRoute route, String reason, List<String> notes, List<Step> steps)
      implements RouteDecision {
    public Admitted {
      notes = List.copyOf(notes);
      steps = List.copyOf(steps);
    }
  }

  /**
   * Stop.
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

  /**
   * Something to see to, because of the version.
   *
   * @param subject what it is about
   * @param action what is to be done
   * @param reason why this version needs it
   */
  record Step(String subject, String action, String reason) {}
}
