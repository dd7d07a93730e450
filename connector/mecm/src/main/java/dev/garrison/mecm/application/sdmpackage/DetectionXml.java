package dev.garrison.mecm.application.sdmpackage;

import static dev.garrison.mecm.application.sdmpackage.DigestXmlVocabulary.DIGEST;
import static dev.garrison.mecm.application.sdmpackage.DigestXmlVocabulary.RULES;
import static dev.garrison.mecm.application.sdmpackage.DigestXmlVocabulary.SETTINGS;

import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.model.RegistryClause.DataType;
import dev.garrison.mecm.application.model.RegistryClause.Operator;
import dev.garrison.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The element {@code EnhancedDetectionMethod}: settings, and one rule over them. The rule is always
 * written completely, never patched, because clauses that are added to it accumulate. Shapes
 * recorded in paulwetter/DocumentConfigMgrCB ({@code DocumentCMCB.ps1}) and in published detection
 * methods of real sites; that a value is missing where {@code RegistryValueExists} equals false is
 * inferred from the recorded {@code true}.
 */
final class DetectionXml {
  private static final String HIVE = "HKEY_LOCAL_MACHINE";
  private static final String VALUE = "Value";

  /** Number of times a value exists: 0 if it is missing. Only read; earlier versions wrote it. */
  private static final String COUNT = "Count";

  private static final String BOOLEAN = "Boolean";
  private static final String PROPERTY = "PropertyPath";
  private static final String EXISTS = "RegistryValueExists";
  private static final String EXPRESSION = "Expression";
  private static final String OPERANDS = "Operands";
  private static final String REFERENCE = "SettingReference";
  private static final String GROUP = "IsGroup";

  private DetectionXml() {}

  /**
   * Owner of a detection rule.
   *
   * @param scopeId of the application and its deployment type
   * @param application the application's logical name
   * @param version the application's revision
   * @param deploymentType the deployment type's logical name
   */
  record Place(String scopeId, String application, int version, String deploymentType) {}

  /** The method with every clause's setting under the given name, all clauses joined by And. */
  static XmlElement write(Map<RegistryClause, String> settingsByClause, Place place) {
    XmlElement settings = XmlElement.of(DIGEST, "Settings");
    Set<String> written = new LinkedHashSet<>();
    List<XmlElement> expressions = new ArrayList<>();
    for (Map.Entry<RegistryClause, String> entry : settingsByClause.entrySet()) {
      if (written.add(entry.getValue())) {
        settings = settings.containing(setting(entry.getKey(), entry.getValue()));
      }
      expressions.add(expression(entry.getKey(), entry.getValue(), place));
    }
    XmlElement rule =
        XmlElement.of(RULES, "Rule")
            .with("id", place.scopeId() + "/" + place.deploymentType())
            .with("Severity", "Informational")
            .with("NonCompliantWhenSettingIsNotFound", "false")
            .containing(annotation());
    if (!expressions.isEmpty()) {
      XmlElement whole =
          expressions.size() == 1 ? expressions.getFirst() : group("And", expressions);
      rule = rule.containing(marked(whole, false));
    }
    return XmlElement.of(DIGEST, "EnhancedDetectionMethod").containing(settings, rule);
  }

  private static XmlElement group(String operator, List<XmlElement> expressions) {
    return XmlElement.of(RULES, EXPRESSION)
        .containing(
            XmlElement.of(RULES, "Operator").withText(operator),
            XmlElement.of(RULES, OPERANDS).withChildren(expressions));
  }

  /** Marks each group inside another one, as in recorded digests; the outermost is not marked. */
  private static XmlElement marked(XmlElement element, boolean inside) {
    boolean expression = element.name().local().equals(EXPRESSION);
    boolean group =
        expression
            && !element
                .find(OPERANDS)
                .map(list -> list.all(EXPRESSION))
                .orElse(List.of())
                .isEmpty();
    XmlElement marked = group && inside ? element.with(GROUP, "true") : element;
    return marked.withChildren(
        marked.children().stream().map(child -> marked(child, inside || expression)).toList());
  }

  /**
   * Converts a detection method to the form that Garrison writes. A missing value is checked with
   * {@code RegistryValueExists}, as in recorded digests, and not by counting; groups are marked. A
   * difference in form alone never causes a new revision.
   */
  static XmlElement formed(XmlElement method) {
    return marked(notCounting(method), false);
  }

  private static XmlElement notCounting(XmlElement element) {
    Optional<XmlElement> reference = element.find(OPERANDS, REFERENCE);
    boolean missing =
        element.textOf("Operator").equals(Operator.Equals.name())
            && reference
                .filter(it -> it.attribute("Method").equals(COUNT))
                .filter(it -> it.attribute("SettingSourceType").equals("Registry"))
                .isPresent()
            && element
                .find(OPERANDS, "ConstantValue")
                .filter(constant -> constant.attribute("Value").equals("0"))
                .isPresent();
    return missing
        ? comparison(Operator.Equals.name(), exists(reference.get()), constant("false", BOOLEAN))
        : element.withChildren(element.children().stream().map(DetectionXml::notCounting).toList());
  }

  private static XmlElement exists(XmlElement reference) {
    return reference.with("DataType", BOOLEAN).with("Method", VALUE).with(PROPERTY, EXISTS);
  }

  /** An empty annotation: a console shows no name for the setting or rule. */
  static XmlElement annotation() {
    return XmlElement.of(RULES, "Annotation")
        .containing(
            XmlElement.of(RULES, "DisplayName").with("Text", ""),
            XmlElement.of(RULES, "Description").with("Text", ""));
  }

  private static XmlElement setting(RegistryClause clause, String name) {
    return XmlElement.of(SETTINGS, "SimpleSetting")
        .with("LogicalName", name)
        .with("DataType", clause.dataType().name())
        .containing(
            annotation(),
            XmlElement.of(SETTINGS, "RegistryDiscoverySource")
                .with("Hive", HIVE)
                .with("Depth", "Base")
                .with("Is64Bit", Boolean.toString(clause.is64Bit()))
                .with("CreateMissingPath", "true")
                .containing(
                    XmlElement.of(SETTINGS, "Key").withText(clause.key()),
                    XmlElement.of(SETTINGS, "ValueName").withText(clause.valueName())));
  }

  private static XmlElement expression(RegistryClause clause, String setting, Place place) {
    XmlElement missing =
        comparison(
            Operator.Equals.name(),
            exists(reference(setting, place, BOOLEAN)),
            constant("false", BOOLEAN));
    if (clause.operator() == Operator.NotExists) {
      return missing;
    }
    String type = clause.dataType().name();
    XmlElement comparison =
        comparison(
            clause.operator().name(),
            reference(setting, place, type),
            constant(clause.constant(), type));
    return clause.orMissing() ? group("Or", List.of(missing, comparison)) : comparison;
  }

  private static XmlElement comparison(String operator, XmlElement reference, XmlElement constant) {
    return XmlElement.of(RULES, EXPRESSION)
        .containing(
            XmlElement.of(RULES, "Operator").withText(operator),
            XmlElement.of(RULES, OPERANDS).containing(reference, constant));
  }

  private static XmlElement reference(String setting, Place place, String type) {
    return XmlElement.of(RULES, REFERENCE)
        .with("AuthoringScopeId", place.scopeId())
        .with("LogicalName", place.application())
        .with("Version", Integer.toString(place.version()))
        .with("DataType", type)
        .with("SettingLogicalName", setting)
        .with("SettingSourceType", "Registry")
        .with("Method", VALUE)
        .with("Changeable", "false");
  }

  private static XmlElement constant(String value, String type) {
    return XmlElement.of(RULES, "ConstantValue").with("Value", value).with("DataType", type);
  }

  /**
   * The clauses that are registry clauses joined by And, with the names of their settings. Any
   * other part of the method is found when the result is written again and compared.
   */
  static Map<RegistryClause, String> read(XmlElement method) {
    Map<RegistryClause, String> clauses = new LinkedHashMap<>();
    Optional<XmlElement> root = method.find("Rule", EXPRESSION);
    if (root.isEmpty()) {
      return clauses;
    }
    List<XmlElement> leaves =
        root.get().textOf("Operator").equals("And")
            ? root.get().find(OPERANDS).map(list -> list.all(EXPRESSION)).orElse(List.of())
            : List.of(root.get());
    Map<String, XmlElement> settings = new LinkedHashMap<>();
    method
        .find("Settings")
        .ifPresent(list ->
            list.all("SimpleSetting")
                .forEach(
                    setting -> settings.putIfAbsent(setting.attribute("LogicalName"), setting)));
    for (XmlElement leaf : leaves) {
      Optional<XmlElement> whenThere = orMissing(leaf);
      XmlElement comparison = whenThere.orElse(leaf);
      String name = settingOf(comparison);
      XmlElement setting = settings.get(name);
      if (setting != null) {
        clause(comparison, setting, whenThere.isPresent())
            .ifPresent(clause -> clauses.putIfAbsent(clause, name));
      }
    }
    return clauses;
  }

  private static String settingOf(XmlElement comparison) {
    return comparison
        .find(OPERANDS, REFERENCE)
        .map(reference -> reference.attribute("SettingLogicalName"))
        .orElse("");
  }

  /** The comparison in "the value is missing or meets the comparison"; empty for anything else. */
  private static Optional<XmlElement> orMissing(XmlElement leaf) {
    List<XmlElement> parts =
        leaf.find(OPERANDS).map(operands -> operands.all(EXPRESSION)).orElse(List.of());
    boolean ours =
        leaf.textOf("Operator").equals("Or")
            && parts.size() == 2
            && isMissing(parts.getFirst())
            && !isMissing(parts.getLast())
            && settingOf(parts.getFirst()).equals(settingOf(parts.getLast()));
    return ours ? Optional.of(parts.getLast()) : Optional.empty();
  }

  /** Whether an expression is "the value is missing". */
  private static boolean isMissing(XmlElement leaf) {
    return leaf.textOf("Operator").equals(Operator.Equals.name())
        && leaf.find(OPERANDS, "ConstantValue").stream()
            .anyMatch(constant -> constant.attribute("Value").equals("false"))
        && leaf.find(OPERANDS, REFERENCE)
            .filter(reference -> reference.attribute(PROPERTY).equals(EXISTS))
            .isPresent();
  }

  private static Optional<RegistryClause> clause(
      XmlElement leaf, XmlElement setting, boolean orMissing) {
    Optional<XmlElement> reference = leaf.find(OPERANDS, REFERENCE);
    Optional<XmlElement> constant = leaf.find(OPERANDS, "ConstantValue");
    Optional<XmlElement> source = setting.child("RegistryDiscoverySource");
    boolean missing = isMissing(leaf);
    Optional<Operator> operator =
        missing
            ? Optional.of(Operator.NotExists)
            : DigestXmlReader.named(Operator.class, leaf.textOf("Operator"))
                .filter(named -> named != Operator.NotExists);
    Optional<DataType> type = DigestXmlReader.named(DataType.class, setting.attribute("DataType"));
    boolean ours =
        reference.filter(it -> missing || readsTheValue(it)).isPresent()
            && constant.isPresent()
            && operator.isPresent()
            && type.isPresent()
            && source.filter(it -> it.attribute("Hive").equals(HIVE)).isPresent();
    if (!ours) {
      return Optional.empty();
    }
    XmlElement registry = source.orElseThrow();
    return Optional.of(
        new RegistryClause(
            registry.textOf("Key"),
            registry.textOf("ValueName"),
            type.orElseThrow(),
            operator.orElseThrow(),
            missing ? "" : constant.orElseThrow().attribute("Value"),
            registry.attribute("Is64Bit").equals("true"),
            orMissing));
  }

  private static boolean readsTheValue(XmlElement reference) {
    return reference.attribute("SettingSourceType").equals("Registry")
        && reference.attribute("Method").equals(VALUE)
        && reference.attribute("PropertyPath").isEmpty();
  }
}
