package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.Identifiers;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DependencyXmlTest {
  private static final String EDITED = Samples.resource("edited-in-the-console.xml");
  private static final Identifiers MODE = new Identifiers("contoso-prod", "antivirus passive", 1);
  private static final Dependency PASSIVE =
      new Dependency(MODE.application(), MODE.deploymentType(), true);

  private final SdmPackageXml codec = new SdmPackageXml();

  private static Application depending(Dependency... dependencies) {
    Application sample = Samples.defender();
    DeploymentType type = sample.deploymentType();
    return new Application(
        sample.logicalName(),
        sample.title(),
        sample.description(),
        sample.publisher(),
        sample.softwareVersion(),
        new DeploymentType(
            type.logicalName(),
            type.name(),
            type.description(),
            type.content(),
            type.program(),
            type.operatingSystems(),
            List.of(dependencies),
            type.detection()));
  }

  @Test
  void aDependencyIsWrittenAsWorkingCodeWritesIt() {
    assertThat(codec.write(depending(PASSIVE), Samples.SCOPE))
        .contains(
            "</Requirements><Dependencies><DeploymentTypeRule xmlns=\""
                + DigestXmlVocabulary.RULES
                + "\" id=\""
                + Identifiers.dependencyRule(Samples.IDS.deploymentType(), PASSIVE)
                + "\" Severity=\"Critical\"><Annotation><DisplayName Text=\"\"/>"
                + "<Description Text=\"\"/></Annotation><DeploymentTypeExpression>"
                + "<Operator>Or</Operator><Operands>"
                + "<DeploymentTypeIntentExpression DesiredState=\"Required\">"
                + "<DeploymentTypeApplicationReference AuthoringScopeId=\""
                + Samples.SCOPE
                + "\" LogicalName=\""
                + MODE.application()
                + "\"/><DeploymentTypeReference AuthoringScopeId=\""
                + Samples.SCOPE
                + "\" LogicalName=\""
                + MODE.deploymentType()
                + "\" Changeable=\"true\"/></DeploymentTypeIntentExpression></Operands>"
                + "</DeploymentTypeExpression></DeploymentTypeRule></Dependencies>"
                + "<DeploymentTechnology>");
  }

  @Test
  void aDependencyIsReadBackAndNothingElse() {
    Application application = depending(PASSIVE);
    assertThat(codec.read(codec.write(application, Samples.SCOPE)))
        .isEqualTo(
            new ApplicationDigest(application, Samples.SCOPE, 1, 1, new Unmodelled(List.of())));
  }

  @Test
  void aDependencyThatSomebodyMadeByHandIsSetRight() {
    String byHand =
        codec
            .write(depending(PASSIVE), Samples.SCOPE)
            .replace("Changeable=\"true\"", "Changeable=\"false\"");
    assertThat(codec.read(byHand).application().deploymentType().dependencies())
        .containsExactly(new Dependency(MODE.application(), MODE.deploymentType(), false));
    assertThat(codec.update(byHand, depending(PASSIVE))).contains("Changeable=\"true\"");
  }

  @Test
  void oursComesAndGoesAndThatOfTheConsoleStays() {
    String with = codec.update(EDITED, depending(PASSIVE));
    assertThat(with).contains("Universal C Runtime").contains(MODE.application());
    assertThat(codec.read(with).unmodelled()).isEqualTo(codec.read(EDITED).unmodelled());
    String without = codec.update(with, depending());
    assertThat(without).contains("Universal C Runtime").doesNotContain(MODE.application());
  }

  @Test
  void theLastOneTakesItsListAlong() {
    String with = codec.write(depending(PASSIVE), Samples.SCOPE);
    assertThat(codec.update(with, depending())).doesNotContain("<Dependencies");
  }

  @Test
  void aRuleOfOursThatPointsElsewhereIsForeign() {
    String elsewhere =
        codec
            .write(depending(PASSIVE), Samples.SCOPE)
            .replace(MODE.application(), "Application_11111111-2222-4333-8444-555555555555");
    ApplicationDigest digest = codec.read(elsewhere);
    assertThat(digest.application()).isEqualTo(depending());
    assertThat(digest.unmodelled().with(Unmodelled.Fate.KEPT))
        .extracting(Unmodelled.Part::path)
        .singleElement()
        .asString()
        .endsWith(
            "/Dependencies/DeploymentTypeRule["
                + Identifiers.dependencyRule(Samples.IDS.deploymentType(), PASSIVE)
                + "]");
    assertThat(codec.read(codec.update(elsewhere, depending(PASSIVE))).application())
        .isEqualTo(depending(PASSIVE));
  }
}
