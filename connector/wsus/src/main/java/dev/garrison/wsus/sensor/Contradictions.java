package dev.garrison.wsus.sensor;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.group.ApprovalAction;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.wsus.model.Approval;
import dev.garrison.wsus.problem.WsusCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Updates on whose approval two answers of one server disagree. The answers are {@code IsDeployed}
 * in the update's row and the list of approvals; disagreement in either direction is reported.
 * Where approvals may be missing from the list, nothing is written on the basis of it. A row that
 * denies a listed approval blocks nothing, because the meaning of that column is not public and the
 * list is complete.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusar/">MS-WSUSAR
 *     2.2.4.12.1.2 and 2.2.4.12.1.7</a>
 */
public final class Contradictions {
  private static final int MOST_NAMED = 3;

  private final Map<UUID, Found> found;

  private record Found(Kind kind, String title) {}

  private enum Kind {
    NONE_LISTED("wsus-approvals.none-listed"),
    LISTED("wsus-approvals.listed");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private Contradictions(Map<UUID, Found> found) {
    this.found = found;
  }

  /**
   * Finds the contradictions between two answers of one server. A row that says "approved" may
   * refer to an approval of any kind and revision; a row that denies it is only compared with
   * approvals for installation and removal of its own revision.
   *
   * @param approvals of these updates, including those that the server itself makes
   */
  public static Contradictions in(Collection<Update> updates, Collection<Approval> approvals) {
    Map<UUID, List<Approval>> byUpdate =
        approvals.stream().collect(Collectors.groupingBy(each -> each.update().updateId()));
    Map<UUID, Found> found = new LinkedHashMap<>();
    for (Update update : updates) {
      UUID id = update.identity().updateId();
      List<Approval> listed = byUpdate.getOrDefault(id, List.of());
      if (update.standing().latestRevision()) {
        update
            .standing()
            .deployed()
            .flatMap(deployed -> deployed ? noneOf(listed) : listedIn(update, listed))
            .ifPresent(kind -> found.put(id, new Found(kind, update.labels().title())));
      }
    }
    return new Contradictions(found);
  }

  private static Optional<Kind> noneOf(List<Approval> listed) {
    return listed.isEmpty() ? Optional.of(Kind.NONE_LISTED) : Optional.empty();
  }

  private static Optional<Kind> listedIn(Update update, List<Approval> listed) {
    return listed.stream().anyMatch(approval -> isOf(update, approval))
        ? Optional.of(Kind.LISTED)
        : Optional.empty();
  }

  private static boolean isOf(Update update, Approval approval) {
    ApprovalAction action = ApprovalAction.ofNumber(approval.action());
    return approval.update().equals(update.identity())
        && (action == ApprovalAction.INSTALL || action == ApprovalAction.UNINSTALL);
  }

  /** Reason not to approve this update; empty where its approvals are listed. */
  public Optional<String> of(UUID update) {
    return Optional.ofNullable(found.get(update))
        .filter(each -> each.kind == Kind.NONE_LISTED)
        .map(_ -> Text.of("wsus-approvals.contradicts").toString());
  }

  /** Reason not to use the approvals of any update; empty where all are listed. */
  public Optional<String> any() {
    return found.values().stream()
        .filter(each -> each.kind == Kind.NONE_LISTED)
        .findFirst()
        .map(each -> Text.of("wsus-approvals.contradicts-title", "title", each.title).toString());
  }

  /**
   * Warnings for the administrator, one for each kind of contradiction.
   *
   * @param server its name
   */
  public List<Diagnostic> warnings(String server) {
    Map<Kind, List<Text>> named = new EnumMap<>(Kind.class);
    for (Found each : found.values()) {
      named
          .computeIfAbsent(each.kind, _ -> new ArrayList<>())
          .add(Text.of("wsus-approvals.title", "title", each.title));
    }
    return named.entrySet().stream()
        .map(each ->
            Diagnostic.warning(
                WsusCode.APPROVALS_CONTRADICT,
                Message.of(each.getKey().key, "server", server, "updates", few(each.getValue()))))
        .toList();
  }

  private static Object few(List<Text> titles) {
    int more = titles.size() - MOST_NAMED;
    return more > 0
        ? Text.of("wsus-approvals.more", "updates", titles.subList(0, MOST_NAMED), "count", more)
        : titles;
  }
}
