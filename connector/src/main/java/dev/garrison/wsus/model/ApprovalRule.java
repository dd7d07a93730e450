package dev.garrison.wsus.model;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.wsus.soap.Fields;
import dev.garrison.wsus.soap.ResultXml;
import dev.garrison.wsus.soap.SoapFormatException;
import dev.garrison.xml.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An automatic approval rule.
 *
 * @param action 0 approves for installation
 * @param classifications empty: all
 * @param products empty: all
 * @param groups for which it approves
 */
public record ApprovalRule(
    int id,
    String name,
    boolean isEnabled,
    int action,
    List<Category> classifications,
    List<Category> products,
    List<TargetGroup> groups) {
  public ApprovalRule {
    classifications = List.copyOf(classifications);
    products = List.copyOf(products);
    groups = List.copyOf(groups);
  }

  /** Whether it is on and approves for installation. */
  public boolean approvesForInstallation() {
    return isEnabled && action == Approval.INSTALL;
  }

  /** Whether it approves updates of this product; a rule without products means all. */
  public boolean covers(UUID product) {
    return products.isEmpty() || products.stream().anyMatch(each -> each.id().equals(product));
  }

  /** Reads the type {@code CompleteAutomaticUpdateApprovalRule}. */
  public static ApprovalRule of(ResultXml rule) throws IOException {
    List<XmlElement> head = new ArrayList<>();
    List<Category> classifications = new ArrayList<>();
    List<Category> products = new ArrayList<>();
    List<TargetGroup> groups = new ArrayList<>();
    rule.parts((name, part) -> {
      switch (name) {
        case "RuleRow" -> head.add(part.tree());
        case "UpdateClassificationTableRows" ->
            classifications.addAll(CatalogueRows.categories(part));
        case "CategoryTableRows" -> products.addAll(CatalogueRows.categories(part));
        case "TargetGroupTableRows" -> groups.addAll(CatalogueRows.groups(part));
        default -> {
          // A newer server may say more of a rule.
        }
      }
    });
    if (head.size() != 1) {
      throw new SoapFormatException("a rule without <RuleRow>");
    }
    Fields row = new Fields(head.getFirst());
    return new ApprovalRule(
        row.number("Id"),
        row.text("Name"),
        row.truth("Enabled"),
        row.number("Action"),
        classifications,
        products,
        groups);
  }
}
