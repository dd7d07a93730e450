package dev.garrison.mecm.application.sdmpackage;

import static dev.garrison.mecm.application.sdmpackage.DigestXmlVocabulary.DIGEST;
import static dev.garrison.mecm.application.sdmpackage.DigestXmlVocabulary.RULES;

import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * The element {@code Dependencies}. Each dependency gets its own rule, so that one cannot satisfy
 * the rule of another. Shape as autopkg/iancohn-recipes writes it ({@code McmApiProcessors}); no
 * recorded digest with a dependency is public.
 */
final class DependencyXml {
  static final String LIST = "Dependencies";

  private static final String EXPRESSION = "DeploymentTypeExpression";
  private static final String INTENT = "DeploymentTypeIntentExpression";
  private static final String APPLICATION = "DeploymentTypeApplicationReference";
  private static final String TYPE = "DeploymentTypeReference";
  private static final String REQUIRED = "Required";

  private DependencyXml() {}

  static XmlElement write(DeploymentType type, String scopeId) {
    return XmlElement.of(DIGEST, LIST)
        .withChildren(
            type.dependencies().stream()
                .map(dependency -> rule(type.logicalName(), dependency, scopeId))
                .toList());
  }

  private static XmlElement rule(String type, Dependency dependency, String scopeId) {
    XmlElement intent =
        XmlElement.of(RULES, INTENT)
            .with("DesiredState", REQUIRED)
            .containing(
                reference(APPLICATION, scopeId, dependency.application()),
                reference(TYPE, scopeId, dependency.deploymentType())
                    .with("Changeable", Boolean.toString(dependency.automatic())));
    return XmlElement.of(RULES, "DeploymentTypeRule")
        .with("id", Identifiers.dependencyRule(type, dependency))
        .with("Severity", "Critical")
        .containing(
            DetectionXml.annotation(),
            XmlElement.of(RULES, EXPRESSION)
                .containing(
                    XmlElement.of(RULES, "Operator").withText("Or"),
                    XmlElement.of(RULES, "Operands").containing(intent)));
  }

  private static XmlElement reference(String name, String scopeId, String logicalName) {
    return XmlElement.of(RULES, name)
        .with("AuthoringScopeId", scopeId)
        .with("LogicalName", logicalName);
  }

  /**
   * Reads Garrison's dependencies, recognized by the names of their rules. Others stay unmodeled,
   * and are kept.
   */
  static List<Dependency> read(XmlElement type) {
    String name = type.attribute("LogicalName");
    return type.child(LIST).map(list -> list.all("DeploymentTypeRule")).orElse(List.of()).stream()
        .flatMap(rule -> dependency(rule, name).stream())
        .toList();
  }

  /** Whether a deployment type depends on this application, whoever made the rule. */
  static boolean names(XmlElement type, String application) {
    return type.child(LIST).filter(list -> namesBelow(list, application)).isPresent();
  }

  private static boolean namesBelow(XmlElement element, String application) {
    return (element.name().local().equals(APPLICATION)
            && element.attribute("LogicalName").equalsIgnoreCase(application))
        || element.children().stream().anyMatch(child -> namesBelow(child, application));
  }

  private static Optional<Dependency> dependency(XmlElement rule, String type) {
    return rule.find(EXPRESSION, "Operands", INTENT)
        .filter(intent -> intent.attribute("DesiredState").equals(REQUIRED))
        .map(intent ->
            new Dependency(
                logicalName(intent, APPLICATION),
                logicalName(intent, TYPE),
                intent
                    .child(TYPE)
                    .filter(reference -> reference.attribute("Changeable").equals("true"))
                    .isPresent()))
        .filter(dependency ->
            rule.attribute("id").equals(Identifiers.dependencyRule(type, dependency)));
  }

  private static String logicalName(XmlElement intent, String reference) {
    return intent.child(reference).map(it -> it.attribute("LogicalName")).orElse("");
  }
}
