package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.job.UpdatesSeen.Group;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * One update family in one ring, on all servers together.
 *
 * @param version the approved version; empty where none is
 * @param age how long the version has been current, or how long a newer one has been there
 * @param groups of the ring, on the servers that answered
 * @param unanswered servers with groups of the ring that did not answer
 */
record UpdateCell(
    State state,
    Optional<String> version,
    Optional<String> age,
    List<OnGroup> groups,
    List<Silence> unanswered) {
  UpdateCell {
    groups = List.copyOf(groups);
    unanswered = List.copyOf(unanswered);
  }

  /** Approval state, the most urgent first. */
  enum State {
    NO_ANSWER("?", "page.update-state.no-answer", "of"),
    NOT_APPROVED("×", "page.update-state.not-approved", "bad"),
    FAILED("×", "page.update-state.failed", "bad"),
    OLD("!", "page.update-state.old", "warn"),
    CURRENT("✓", "page.update-state.current", "good"),
    HELD("·", "page.update-state.held", "of"),
    NOT_APPLICABLE("–", "page.update-state.not-applicable", "of"),
    NOT_DEPLOYED("–", "page.update-state.not-deployed", "of");

    private final String mark;
    private final String key;
    private final String style;

    State(String mark, String key, String style) {
      this.mark = mark;
      this.key = key;
      this.style = style;
    }

    String mark() {
      return mark;
    }

    String word() {
      return t(key);
    }

    String style() {
      return style;
    }
  }

  /** A group on one server. */
  record OnGroup(String server, Group group) {
    /** Whether the update applies to any computer of it. */
    boolean isConcerned() {
      return group.installed() + group.needed() + group.failed() + group.unknown() > 0;
    }
  }

  /**
   * A server that did not answer.
   *
   * @param since time of its last answer; empty where none is known
   */
  record Silence(String server, Optional<Instant> since) {}

  /** Whether counts are known and any computer is concerned. */
  boolean hasCounts() {
    return state != State.NO_ANSWER && groups.stream().anyMatch(OnGroup::isConcerned);
  }

  /** Numbers of computers, in words. */
  String counts() {
    return t(
        "page.updates.counts",
        "installed",
        sum(Group::installed),
        "needed",
        sum(Group::needed),
        "failed",
        sum(Group::failed));
  }

  /** Computers that have not reported on the current version. */
  int unreported() {
    return sum(Group::unknown);
  }

  private int sum(ToIntFunction<Group> number) {
    return groups.stream().map(OnGroup::group).mapToInt(number).sum();
  }

  /** Time of the last approval of the current version; empty unless all groups' times are known. */
  Optional<Instant> approved() {
    List<Group> concerned =
        groups.stream().filter(OnGroup::isConcerned).map(OnGroup::group).toList();
    return concerned.stream().allMatch(group -> group.isApproved() && group.decided().isPresent())
        ? concerned.stream()
            .flatMap(group -> group.decided().stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }
}
