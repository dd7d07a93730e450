package dev.garrison.wsus.model;

import dev.garrison.catalog.Category;
import dev.garrison.language.Text;
import dev.garrison.wsus.soap.Fields;
import dev.garrison.wsus.soap.ResultXml;
import dev.garrison.wsus.soap.Row;
import dev.garrison.wsus.soap.SoapFormatException;
import dev.garrison.xml.XmlElement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Automatic approval rule. The sources disagree on the meaning of its action number (MS-WSUSAR
 * 2.2.4.7 has 3, <a href="https://learn.microsoft.com/previous-versions/ms820177(v=vs.85)">
 * AutomaticUpdateApprovalAction</a> has 0 for installation), so every enabled rule is treated as
 * one that approves.
 *
 * @param classifications empty: all
 * @param products empty: all
 * @param groups names of the groups for which it approves
 */
public record ApprovalRule(
    int id,
    String name,
    boolean isEnabled,
    List<Category> classifications,
    List<Category> products,
    List<String> groups) {
  public ApprovalRule {
    classifications = List.copyOf(classifications);
    products = List.copyOf(products);
    groups = List.copyOf(groups);
  }

  /** Checks whether it approves updates of this product; a rule without products covers all. */
  public boolean covers(UUID product) {
    return products.isEmpty() || products.stream().anyMatch(each -> each.id().equals(product));
  }

  /** Reads the type {@code CompleteAutomaticUpdateApprovalRule}. */
  public static ApprovalRule of(ResultXml rule) throws IOException {
    List<XmlElement> head = new ArrayList<>();
    List<Category> classifications = new ArrayList<>();
    List<Category> products = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    rule.parts((name, part) -> {
      switch (name) {
        case "RuleRow" -> head.add(part.tree());
        case "UpdateClassificationTableRows" ->
            classifications.addAll(CatalogueRows.categories(part));
        case "CategoryTableRows" -> products.addAll(CatalogueRows.categories(part));
        case "TargetGroupTableRows" ->
            part.eachRow(Columns.RuleGroup.class, row -> groups.add(groupName(row)));
        default -> {
          // A newer server may say more of a rule.
        }
      }
    });
    if (head.size() != 1) {
      throw new SoapFormatException(Text.of("soap.no-rule-row"));
    }
    Fields row = new Fields(head.getFirst());
    return new ApprovalRule(
        row.number("Id"),
        row.text("Name"),
        row.truth("Enabled"),
        classifications,
        products,
        groups);
  }

  private static String groupName(Row<Columns.RuleGroup> row) {
    return row.text(
        row.isId(Columns.RuleGroup.ORDER_VALUE_OR_ID)
            ? Columns.RuleGroup.NUMBER_OR_NAME
            : Columns.RuleGroup.NAME_OR_TYPE);
  }
}
