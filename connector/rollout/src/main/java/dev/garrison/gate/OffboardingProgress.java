package dev.garrison.gate;

import dev.garrison.language.Text;
import dev.garrison.ring.LeavingServer;
import dev.garrison.ring.Offboarding;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Decides which servers have left one side, so that the other side may have them (F24). A server
 * that left a collection continues with the policy it has until it asks for another. Therefore it
 * counts as gone only when no collection of that side contains it as the site evaluates, and its
 * client has asked for policy since any of these collections last changed; both times are the
 * site's own. Pure.
 */
public final class OffboardingProgress {
  /** Time that the site may need to make policy of a change. */
  static final Duration POLICY_MADE = Duration.ofMinutes(5);

  private OffboardingProgress() {}

  /**
   * Progress of one server in leaving one side.
   *
   * @param held reason why the other side may not have it yet; empty when it may
   * @param asks whether the only thing missing is its request for policy
   */
  public record Standing(LeavingServer server, Optional<String> held, boolean asks) {
    /** Whether the other side may have the server. */
    public boolean gone() {
      return held.isEmpty();
    }
  }

  /** Progress of each server, in the same order. */
  public static List<Standing> of(Offboarding leaving) {
    return leaving.servers().stream().map(server -> standing(server, leaving)).toList();
  }

  private static Standing standing(LeavingServer server, Offboarding leaving) {
    if (!server.kept()) {
      return held(server, Text.of("offboard-wait.not-evaluated"));
    }
    if (!server.targetedBy().isEmpty()) {
      return held(
          server,
          Text.of("offboard-wait.still-in", "collections", List.copyOf(server.targetedBy())));
    }
    if (server.released() || leaving.changed().isEmpty()) {
      return new Standing(server, Optional.empty(), false);
    }
    if (!leaving.comparable()) {
      return held(server, Text.of("offboard-wait.times-ahead"));
    }
    Instant made = leaving.changed().get().plus(POLICY_MADE);
    return server.policyRequest().filter(made::isBefore).isPresent()
        ? new Standing(server, Optional.empty(), false)
        : new Standing(
            server,
            Optional.of(Text.of("offboard-wait.no-policy-request", "time", shown(made)).toString()),
            true);
  }

  private static Standing held(LeavingServer server, Text why) {
    return new Standing(server, Optional.of(why.toString()), false);
  }

  private static String shown(Instant instant) {
    return instant
        .truncatedTo(ChronoUnit.MINUTES)
        .toString()
        .replaceFirst("T", " ")
        .replaceFirst(":00Z$", " UTC");
  }
}
