package dev.garrison.lab.wsus.state;

import java.util.List;
import java.util.UUID;

/**
 * An automatic approval rule.
 *
 * @param classifications of the updates it approves; empty for all
 * @param products of the updates it approves; empty for all
 */
public record ApprovalRule(
    int id,
    String name,
    boolean enabled,
    List<UUID> classifications,
    List<UUID> products,
    List<UUID> groups) {
  public ApprovalRule {
    classifications = List.copyOf(classifications);
    products = List.copyOf(products);
    groups = List.copyOf(groups);
  }
}
