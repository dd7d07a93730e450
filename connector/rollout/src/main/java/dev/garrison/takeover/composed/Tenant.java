package dev.garrison.takeover.composed;

import dev.garrison.takeover.draft.DraftValue;
import dev.garrison.takeover.seen.SeenSite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/** Tenant to which servers report, from detection rules or else from inventory. */
final class Tenant {
  private Tenant() {}

  /**
   * @param detected tenants that detection rules name
   */
  static Optional<DraftValue<String>> of(SeenSite seen, NavigableSet<String> detected) {
    List<Map.Entry<String, Long>> counted =
        seen.tenants().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
    if (detected.size() > 1) {
      String chosen =
          counted.stream()
              .map(Map.Entry::getKey)
              .filter(detected::contains)
              .findFirst()
              .orElseGet(detected::getFirst);
      return Optional.of(
          new DraftValue<>(
              chosen,
              notes(
                  "Several tenants are named by detection rules: %s. Choose."
                      .formatted(String.join(", ", detected)),
                  counted)));
    }
    if (detected.size() == 1) {
      boolean others = counted.stream().anyMatch(each -> !detected.contains(each.getKey()));
      return Optional.of(
          others
              ? new DraftValue<>(detected.getFirst(), notes("As detection rules name it.", counted))
              : DraftValue.plainly(detected.getFirst()));
    }
    return counted.stream()
        .findFirst()
        .map(first ->
            new DraftValue<>(
                first.getKey(),
                notes(
                    counted.size() == 1
                        ? "From hardware inventory: no detection rule names a tenant."
                        : "From hardware inventory, which shows several tenants. Choose.",
                    counted)));
  }

  private static List<String> notes(String first, List<Map.Entry<String, Long>> counted) {
    List<String> notes = new ArrayList<>();
    notes.add(first);
    counted.forEach(each ->
        notes.add("Inventory: %d onboarded to %s.".formatted(each.getValue(), each.getKey())));
    return notes;
  }
}
