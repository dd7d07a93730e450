package dev.garrison.lab.adminservice.digest;

import dev.garrison.lab.device.Comparison;
import dev.garrison.lab.device.Detection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns an EnhancedDetectionMethod into a test, and holds its references against each other. */
final class DetectionReader {
  private static final Set<String> DATA_TYPES = Set.of("String", "Int64", "Version", "Boolean");
  private final XmlElement method;
  private final String applicationName;
  private final int applicationVersion;
  private final Map<String, XmlElement> settings = new HashMap<>();

  DetectionReader(XmlElement method, String applicationName, int applicationVersion) {
    this.method = method;
    this.applicationName = applicationName;
    this.applicationVersion = applicationVersion;
    for (XmlElement setting : method.at("Settings").children()) {
      if (settings.put(setting.attribute("LogicalName"), setting) != null) {
        throw new DigestException("two detection settings share one LogicalName");
      }
    }
  }

  Detection read(String scopeId, String ruleId) {
    XmlElement rule = method.at("Rule");
    if (!rule.attribute("id").equals(ruleId)) {
      throw new DigestException("the detection rule's id is not " + ruleId);
    }
    return expression(rule.at("Expression"), scopeId);
  }

  private Detection expression(XmlElement expression, String scopeId) {
    String operator = expression.at("Operator").text();
    XmlElement operands = expression.at("Operands");
    Optional<XmlElement> reference = operands.child("SettingReference");
    if (reference.isPresent()) {
      XmlElement constant =
          operands
              .child("ConstantValue")
              .orElseThrow(() -> new DigestException("the lab does not decide lists of constants"));
      return clause(operator, checked(reference.get(), scopeId), constant);
    }
    List<Detection> parts =
        operands.children().stream().map(part -> expression(part, scopeId)).toList();
    return switch (operator) {
      case "And" -> new Detection.AllOf(parts);
      case "Or" -> new Detection.OneOf(parts);
      default -> throw new DigestException("a group is And or Or, not " + operator);
    };
  }

  private XmlElement checked(XmlElement reference, String scopeId) {
    if (!reference.attribute("AuthoringScopeId").equals(scopeId)
        || !reference.attribute("LogicalName").equals(applicationName)
        || !reference.attribute("Version").equals(String.valueOf(applicationVersion))) {
      throw new DigestException(
          "a SettingReference does not point to this application and its version");
    }
    return reference;
  }

  private Detection clause(String operator, XmlElement reference, XmlElement constant) {
    String name = reference.attribute("SettingLogicalName");
    XmlElement setting =
        Optional.ofNullable(settings.get(name))
            .orElseThrow(() -> new DigestException("no detection setting is called " + name));
    String dataType = reference.attribute("DataType");
    if (!dataType.equals(constant.attribute("DataType")) || !DATA_TYPES.contains(dataType)) {
      throw new DigestException("a clause and its constant have different data types");
    }
    String source = reference.attribute("SettingSourceType");
    String wanted = setting.name().equals("SimpleSetting") ? "Registry" : setting.name();
    if (!source.equals(wanted)) {
      throw new DigestException(
          "setting " + name + " is of type " + wanted + ", and the rule says " + source);
    }
    String value = constant.attribute("Value");
    return switch (source) {
      case "Registry" -> registry(operator, reference, setting, value);
      case "RegistryKey" -> key(operator, reference, setting, value);
      default -> new Detection.Absent(operator.equals("Equals") && value.equals("0"));
    };
  }

  private static Detection registry(
      String operator, XmlElement reference, XmlElement setting, String constant) {
    XmlElement source = setting.at("RegistryDiscoverySource");
    machine(source);
    String key = source.at("Key").text();
    String valueName = source.at("ValueName").text();
    if (reference.attribute("Method").equals("Count")) {
      return new Detection.ValueExists(key, valueName, wantsPresence(operator, constant));
    }
    if (!reference.attribute("DataType").equals(setting.attribute("DataType"))) {
      throw new DigestException("the data type of " + valueName + " differs in setting and rule");
    }
    Comparison comparison = new Comparison(operator, reference.attribute("DataType"));
    if (!comparison.isKnown() || !reference.attribute("Method").equals("Value")) {
      throw new DigestException("the lab does not decide " + operator + " on " + valueName);
    }
    if (comparison.dataType().equals("Int64") && !constant.matches("-?\\d{1,18}")) {
      throw new DigestException("'" + constant + "' is not a number");
    }
    return new Detection.ValueTest(key, valueName, comparison, constant);
  }

  private static Detection key(
      String operator, XmlElement reference, XmlElement setting, String constant) {
    machine(setting);
    if (!reference.attribute("PropertyPath").equals("RegistryKeyExists")
        || !reference.attribute("Method").equals("Value")
        || !operator.equals("Equals")) {
      throw new DigestException("a registry key is tested by RegistryKeyExists Equals true");
    }
    return new Detection.KeyExists(setting.at("Key").text(), constant.equals("true"));
  }

  private static void machine(XmlElement source) {
    if (!source.attribute("Hive").equals("HKEY_LOCAL_MACHINE")) {
      throw new DigestException("the hive is not HKEY_LOCAL_MACHINE");
    }
  }

  private static boolean wantsPresence(String operator, String constant) {
    if (!constant.equals("0") || !(operator.equals("NotEquals") || operator.equals("Equals"))) {
      throw new DigestException("presence is Count NotEquals 0");
    }
    return operator.equals("NotEquals");
  }
}
