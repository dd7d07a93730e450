package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.RegistryClause;
import dev.garrison.mecm.application.sdmpackage.Unmodelled.Fate;
import dev.garrison.mecm.application.sdmpackage.Unmodelled.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SdmPackageXmlTest {
  private static final String GOLDEN = Samples.resource("defender-2012r2.xml");
  private static final String EDITED = Samples.resource("edited-in-the-console.xml");

  private final SdmPackageXml codec = new SdmPackageXml();

  @Test
  void theDefenderApplicationIsWrittenAsTheGoldenDigest() {
    assertThat(codec.write(Samples.defender(), Samples.SCOPE)).isEqualTo(Samples.compact(GOLDEN));
  }

  @Test
  void theGoldenDigestSaysTheDefenderApplicationAndNothingElse() {
    assertThat(codec.read(GOLDEN))
        .isEqualTo(
            new ApplicationDigest(
                Samples.defender(), Samples.SCOPE, 1, 1, new Unmodelled(List.of())));
  }

  @Test
  void theModelNameIsThatOfTheSite() {
    assertThat(codec.read(GOLDEN).modelName())
        .isEqualTo(Samples.SCOPE + "/" + Samples.IDS.application());
  }

  @Test
  void aByteOrderMarkPrefixesAndLayoutMeanNothing() {
    String prefixed =
        "\uFEFF\n"
            + GOLDEN
                .replace(
                    "<AppMgmtDigest xmlns=", "<AppMgmtDigest xmlns:r=\"" + rules() + "\" xmlns=")
                .replace(
                    "<Rule xmlns=\"" + rules() + "\" id=\"Rule_",
                    "<r:Rule xmlns=\"" + rules() + "\" id=\"Rule_")
                .replace(
                    "</OperatingSystemExpression>\n      </Rule>",
                    "</OperatingSystemExpression>\n      </r:Rule>")
                .replace(
                    "<Hosting>Native</Hosting>",
                    "<!-- made elsewhere --><Hosting>Native</Hosting>");
    assertThat(prefixed).contains("<r:Rule").contains("</r:Rule>");
    assertThat(codec.read(prefixed)).isEqualTo(codec.read(GOLDEN));
  }

  private static String rules() {
    return DigestXmlVocabulary.RULES;
  }

  @Test
  void theOrderOfElementsMeansNothing() {
    String title = "    <Title ResourceId=\"Res_1000006\">Install and onboard</Title>\n";
    String hosting = "    <Hosting>Native</Hosting>\n";
    String moved = GOLDEN.replace(title, "").replace(hosting, hosting + title);
    assertThat(codec.read(moved)).isEqualTo(codec.read(GOLDEN));
  }

  @Test
  void whatTheConsoleAddedIsNamed() {
    ApplicationDigest digest = codec.read(EDITED);
    String type = "DeploymentType[" + Samples.IDS.deploymentType() + "]";
    assertThat(digest.application()).isEqualTo(Samples.defender());
    assertThat(digest.version()).isEqualTo(4);
    assertThat(digest.deploymentTypeVersion()).isEqualTo(2);
    assertThat(digest.unmodelled().parts())
        .extracting(Part::path)
        .containsExactly(
            "Application/AutoInstall",
            "Application/Contacts/User[CONTOSO\\alice]",
            "Application/DisplayInfo/Info[de-DE]",
            "Application/DisplayInfo/Info[en-US]/Description",
            "Application/DisplayInfo/Info[en-US]/Icon[Icon_8c1d0b6e-6a3a-4f0e-9d55-0f6a4a5d7f10]",
            "Application/DisplayInfo/Info[en-US]/InfoUrl",
            "Application/DisplayInfo/Info[en-US]/ReleaseDate",
            "Application/DisplayInfo/Info[en-US]/UserCategories",
            "Application/Owners/User[CONTOSO\\alice]",
            "Application/ReleaseDate",
            type + "/Dependencies/DeploymentTypeRule[DTRule_4f7b7a6e-3d2f-4ff5-9d22-6a3b9e9f4c10]",
            type + "/Installer/CustomData/InstallFolder",
            type + "/Installer/InstallAction/Args/Arg[WorkingDirectory]",
            type + "/Requirements/Rule[Rule_0d4c8f52-76be-4ff7-8be6-0a4d1b8c1a11]",
            "Resources");
    assertThat(digest.unmodelled().with(Fate.KEPT)).hasSize(15);
  }

  @Test
  void aShortValueIsShownAndALongOneHasADigest() {
    assertThat(codec.read(EDITED).unmodelled().parts())
        .filteredOn(part -> List.of("Application/AutoInstall", "Resources").contains(part.path()))
        .extracting(Part::toString)
        .satisfiesExactly(
            shown -> assertThat(shown).isEqualTo("Application/AutoInstall (false)"),
            shown ->
                assertThat(shown)
                    .matches(
                        "Resources \\(<Resources .*\\.\\.\\., 281 characters, SHA-256 [0-9a-f]{12}\\)"));
  }

  @Test
  void textThatIsNotXmlIsADiagnostic() {
    assertThatThrownBy(() -> codec.read("<AppMgmtDigest><Application></AppMgmtDigest>"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The application digest can't be read: the document isn't well-formed XML at line 1, column 31. Open the application in the console. If the application opens, report this message. No changes were made. [DIGEST_UNREADABLE GAR-0541]");
  }

  @Test
  void aDigestWithoutApplicationIsADiagnostic() {
    assertThatThrownBy(() -> codec.read("<AppMgmtDigest/>"))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "Garrison can't manage this application digest: there is no application. Manage this application in the console, or specify another application in the manifest."
                + " [DIGEST_UNEXPECTED GAR-0542]");
  }

  @Test
  void anUnreadableDetectionMethodIsADiagnostic() {
    String broken = GOLDEN.replace("&lt;/EnhancedDetectionMethod&gt;", "");
    assertThatThrownBy(() -> codec.read(broken))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(
            "The detection method (MethodBody) can't be read: the document isn't");
  }

  @Test
  void aSecondDeploymentTypeIsNamedAndRefused() {
    String reference =
        "<DeploymentType AuthoringScopeId=\""
            + Samples.SCOPE
            + "\" LogicalName=\"X\" Version=\"1\"/>";
    String second =
        GOLDEN
            .replace("    </DeploymentTypes>", reference + "</DeploymentTypes>")
            .replace("</AppMgmtDigest>", reference + "</AppMgmtDigest>");
    assertThat(codec.read(second).unmodelled().with(Fate.REFUSED))
        .extracting(Part::path)
        .containsExactly("Application/DeploymentTypes/DeploymentType[X]", "DeploymentType[X]");
  }

  @Test
  void aScriptDetectionIsNamedAndRefused() {
    String scripted =
        GOLDEN
            .replace("<Provider>Local</Provider>", "<Provider>Script</Provider>")
            .replace("<DetectionMethod>Enhanced<", "<DetectionMethod>Script<");
    assertThat(codec.read(scripted).unmodelled().with(Fate.REFUSED))
        .extracting(Part::value)
        .containsExactly("Script", "Script");
  }

  @Test
  void aClauseThatIsNoRegistryClauseIsNamedAndRefused() {
    String other =
        GOLDEN.replace(
            "        </EnhancedDetectionMethod>",
            "<Other LogicalName=\"File_1\"/></EnhancedDetectionMethod>");
    assertThat(codec.read(other).unmodelled().with(Fate.REFUSED))
        .extracting(Part::path)
        .allMatch(path -> path.endsWith("/CustomData/EnhancedDetectionMethod/Other"))
        .hasSize(1);
  }

  /** As a console shows it: the value exists, equals false. */
  @Test
  void aValueThatMustNotExistIsAClauseOfItsOwn() {
    String expression =
        "<Expression><Operator>Equals</Operator><Operands><SettingReference AuthoringScopeId=\""
            + Samples.SCOPE
            + "\" LogicalName=\""
            + Samples.IDS.application()
            + "\" Version=\"1\" DataType=\"Boolean\" SettingLogicalName=\"%s\""
            + " SettingSourceType=\"Registry\" Method=\"Value\" Changeable=\"false\""
            + " PropertyPath=\"RegistryValueExists\"/><ConstantValue Value=\"false\""
            + " DataType=\"Boolean\"/></Operands></Expression>";
    RegistryClause left =
        Samples.defender().deploymentType().detection().stream()
            .filter(clause -> clause.operator() == RegistryClause.Operator.NotExists)
            .findFirst()
            .orElseThrow();
    assertThat(codec.write(Samples.defender(), Samples.SCOPE))
        .contains(expression.formatted(Identifiers.setting(Samples.IDS.deploymentType(), left)));
    assertThat(codec.read(GOLDEN).application().deploymentType().detection()).contains(left);
    assertThat(
            codec
                .read(
                    GOLDEN.replace(
                        "Value=\"false\" DataType=\"Boolean\"",
                        "Value=\"true\" DataType=\"Boolean\""))
                .application()
                .deploymentType()
                .detection())
        .doesNotContain(left);
  }

  @Test
  void aCommandThatTheConsoleShowsOtherwiseThanTheClientRunsItIsRewritten() {
    String apart = GOLDEN.replace("<InstallCommandLine>powershell", "<InstallCommandLine>cmd");
    ApplicationDigest digest = codec.read(apart);
    assertThat(digest.application()).isEqualTo(Samples.defender());
    assertThat(digest.unmodelled().with(Fate.REWRITTEN)).hasSize(1);
    assertThat(digest.needsUpdate(Samples.defender())).isTrue();
    assertThat(codec.read(codec.update(apart, Samples.defender())).unmodelled().parts()).isEmpty();
  }
}
