package dev.garrison.mecm.application.sdmpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Identifiers;
import dev.garrison.mecm.application.model.RegistryClause;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SdmPackageXmlUpdateTest {
  private static final String GOLDEN = Samples.resource("defender-2012r2.xml");
  private static final String EDITED = Samples.resource("edited-in-the-console.xml");
  private static final Application CHANGED = Samples.defender("powershell.exe -File other.ps1");

  private final SdmPackageXml codec = new SdmPackageXml();

  private static Application with(List<RegistryClause> detection, List<String> systems) {
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
            new TreeSet<>(systems),
            List.of(),
            detection));
  }

  /** Made by hand: "the value is missing, or the value is missing". */
  @Test
  void aDetectionThatGarrisonNeverWritesIsReadAndNotTakenForOurs() {
    String written = codec.write(with(RegistryClause.offboarded(), List.of()), Samples.SCOPE);
    int group = written.indexOf("<Operator>Or</Operator>");
    int missing = written.indexOf("<Expression", group);
    int other = written.indexOf("<Expression", missing + 1);
    int end = written.indexOf("</Expression>", other) + "</Expression>".length();
    String twice =
        written.substring(0, other) + written.substring(missing, other) + written.substring(end);
    assertThat(codec.read(twice).unmodelled().with(Unmodelled.Fate.REFUSED)).isNotEmpty();
  }

  @Test
  void anApplicationThatIsAsWantedKeepsItsRevision() {
    assertThat(codec.update(EDITED, Samples.defender())).isEqualTo(EDITED);
  }

  @Test
  void aNewRevisionRaisesBothVersionsAndTheirReferences() {
    String next = codec.update(EDITED, CHANGED);
    String application = "LogicalName=\"" + Samples.IDS.application() + "\" Version=\"";
    String type = "LogicalName=\"" + Samples.IDS.deploymentType() + "\" Version=\"";
    assertThat(next.replace("&quot;", "\""))
        .contains(application + "5\"")
        .doesNotContain(application + "4\"")
        .doesNotContain(application + "1\"")
        .contains(type + "3\"/>")
        .contains(type + "3\">")
        .doesNotContain(type + "2\"");
  }

  @Test
  void whatTheConsoleAddedIsKept() {
    ApplicationDigest before = codec.read(EDITED);
    ApplicationDigest after = codec.read(codec.update(EDITED, CHANGED));
    assertThat(after)
        .isEqualTo(new ApplicationDigest(CHANGED, before.scopeId(), 5, 3, before.unmodelled()));
  }

  @Test
  void theNewCommandStandsInBothPlaces() {
    String next = codec.update(EDITED, CHANGED);
    assertThat(next)
        .contains(
            "<Arg Name=\"InstallCommandLine\" Type=\"String\">powershell.exe -File other.ps1<")
        .contains("<InstallCommandLine>powershell.exe -File other.ps1<");
  }

  @Test
  void changingBackGivesTheFirstDigestInALaterRevision() {
    String there = codec.update(Samples.compact(GOLDEN), CHANGED);
    String back = codec.update(there, Samples.defender());
    assertThat(back.replace("Version=\"3\"", "Version=\"1\"")).isEqualTo(Samples.compact(GOLDEN));
  }

  @Test
  void newContentGetsANewContentIdEverywhere() {
    Content content =
        Samples.content().withContentId(Samples.IDS.content(Sha256.of("new"), Samples.LOCATION));
    Application wanted = Samples.defender().withContent(content);
    String next = codec.update(EDITED, wanted);
    assertThat(next).doesNotContain(Samples.content().contentId());
    assertThat(next.split(content.contentId(), -1)).hasSize(6);
  }

  @Test
  void anIdentifierThatTheConsoleMadeStaysWhileTheContentIsTheSame() {
    String random = "Content_4a0f1f6e-0a52-4cb4-9d0e-8a2a1f6f9b11";
    String adopted = GOLDEN.replace(Samples.content().contentId(), random);
    assertThat(codec.read(adopted).needsUpdate(Samples.defender())).isFalse();
    assertThat(codec.update(adopted, CHANGED)).contains(random);
  }

  @Test
  void aRequirementOfOursGoesAndThatOfTheConsoleStays() {
    Application wanted = with(Samples.defender().deploymentType().detection(), List.of());
    String next = codec.update(EDITED, wanted);
    assertThat(next)
        .contains("Rule_0d4c8f52-76be-4ff7-8be6-0a4d1b8c1a11")
        .doesNotContain(Identifiers.operatingSystemRule(Samples.IDS.deploymentType()));
  }

  @Test
  void aNewRequirementComesBeforeTheTechnology() {
    String without =
        codec.update(GOLDEN, with(Samples.defender().deploymentType().detection(), List.of()));
    assertThat(without).doesNotContain("<Requirements");
    assertThat(codec.update(without, Samples.defender()))
        .containsSubsequence("<Description", "<Requirements>", "<DeploymentTechnology>");
  }

  @Test
  void theRuleForAnotherTenantReplacesOursWhole() {
    List<RegistryClause> other = RegistryClause.onboardedTo("77aa0000-0000-4000-8000-000000000003");
    String next =
        codec.update(EDITED, with(other, List.of("Windows/All_x64_Windows_Server_2012_R2")));
    assertThat(next).doesNotContain("5d1f0000").contains("77aa0000");
    assertThat(next.split("<SimpleSetting", -1)).hasSize(5);
  }

  @Test
  void aClauseThatWeDidNotWriteIsNotOverwritten() {
    String foreign =
        codec
            .write(Samples.defender(), Samples.SCOPE)
            .replace("ValueName>OrgId<", "ValueName>Admin<")
            .replace("ValueName&gt;OrgId&lt;", "ValueName&gt;Admin&lt;");
    assertThatThrownBy(() -> codec.update(foreign, Samples.defender()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The detection method of \"Defender for Endpoint 2012 R2\" has a clause that Garrison didn't write: HKLM\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status, Admin Equals \"5d1f0000-0000-4000-8000-0000000000c2\". Remove the clause in the console, and create a new plan. [FOREIGN_DETECTION GAR-0546]");
  }

  @Test
  void aGroupOfClausesIsNotOverwritten() {
    String grouped =
        GOLDEN
            .replace("<Operator>And</Operator>", "<Operator>Or</Operator>")
            .replace("&lt;Operator&gt;And&lt;", "&lt;Operator&gt;Or&lt;");
    assertThatThrownBy(() -> codec.update(grouped, CHANGED))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(
            "A new revision of \"Defender for Endpoint 2012 R2\" would lose an edit that was made outside Garrison: "
                + "DeploymentType["
                + Samples.IDS.deploymentType()
                + "]/Installer/CustomData/"
                + "EnhancedDetectionMethod/Rule/Expression");
  }

  @Test
  void aSecondDeploymentTypeStopsTheUpdate() {
    String type = "<DeploymentType AuthoringScopeId=\"S\" LogicalName=\"X\" Version=\"1\"/>";
    String second = GOLDEN.replace("</AppMgmtDigest>", type + "</AppMgmtDigest>");
    assertThatThrownBy(() -> codec.update(second, CHANGED))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "A new revision of \"Defender for Endpoint 2012 R2\" would lose an edit that was made outside Garrison:"
                + " DeploymentType[X] (<DeploymentType xmlns=\"http://schemas.microsoft.com/"
                + "SystemCe..., 155 characters, SHA-256 "
                + Sha256.of(
                        "<DeploymentType xmlns=\""
                            + DigestXmlVocabulary.DIGEST
                            + "\""
                            + type.substring("<DeploymentType".length()))
                    .shortForm()
                + "). Undo the edit in the console, or add the setting to the manifest, and create a new plan."
                + " [DIGEST_EDIT_AT_RISK GAR-0543]");
  }

  @Test
  void aRequirementThatReadsOurSettingStopsTheUpdate() {
    String rule =
        "<Rule id=\"Rule_x\"><Expression><SettingReference LogicalName=\""
            + Samples.IDS.application()
            + "\"/></Expression></Rule></Requirements>";
    String referring = GOLDEN.replace("</Requirements>", rule);
    assertThatThrownBy(() -> codec.update(referring, CHANGED))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("Requirements/Rule[Rule_x]")
        .hasMessageContaining("GAR-0543");
  }

  @Test
  void anEditOfTheTitleThatWeWouldOverwriteIsNamed() {
    String titled = GOLDEN.replaceFirst("<Title>Defender for", "<Title>Our Defender for");
    Application sample = Samples.defender();
    Application renamed =
        new Application(
            sample.logicalName(),
            "Defender for Endpoint, 2012 R2",
            sample.description(),
            sample.publisher(),
            sample.softwareVersion(),
            sample.deploymentType());
    assertThatThrownBy(() -> codec.update(titled, renamed))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The new revision of \"Defender for Endpoint 2012 R2\" doesn't match the plan, or would lose these parts: Application/DisplayInfo/Info[en-US]/Title (Our Defender for Endpoint"
                + " 2012 R2). Make the change in the console, or undo the edits made there, and create a new plan. [REVISION_NOT_PROVEN GAR-0547]");
    assertThat(codec.update(titled, CHANGED)).contains("<Title>Our Defender for Endpoint");
  }

  @Test
  void aNameThatWasChangedInTheConsoleIsChangedBack() {
    String renamed =
        GOLDEN.replace("\"Res_1000001\">Defender for Endpoint 2012 R2<", "\"Res_1000001\">Mine<");
    assertThat(codec.read(renamed).application().title()).isEqualTo("Mine");
    String back = codec.update(renamed, Samples.defender());
    assertThat(codec.read(back).application()).isEqualTo(Samples.defender());
    assertThat(codec.read(back).unmodelled().parts()).isEmpty();
  }

  @Test
  void somethingMissingStaysMissingUntilWeChangeIt() {
    String without = GOLDEN.replace("    <Technology>Script</Technology>\n", "");
    assertThat(codec.read(without).unmodelled().parts())
        .containsExactly(
            new Unmodelled.Part(
                "DeploymentType[%s]/Technology".formatted(Samples.IDS.deploymentType()),
                "absent",
                Unmodelled.Fate.MISSING));
    assertThat(codec.update(without, CHANGED)).doesNotContain("<Technology>");
  }

  @Test
  void somethingAbsentThatMeansItsDefaultIsAnEditAndIsKept() {
    String without = GOLDEN.replace("    <AutoInstall>true</AutoInstall>\n", "");
    assertThat(codec.read(without).unmodelled().parts())
        .containsExactly(
            new Unmodelled.Part("Application/AutoInstall", "false", Unmodelled.Fate.KEPT));
    assertThat(codec.update(without, CHANGED)).doesNotContain("AutoInstall");
  }

  @Test
  void anInstallationForTheUserIsNamedAndRefused() {
    String any = GOLDEN.replace("      <ExecutionContext>System</ExecutionContext>\n", "");
    assertThat(codec.read(any).unmodelled().parts())
        .containsExactly(
            new Unmodelled.Part(
                "DeploymentType[%s]/Installer/ExecutionContext"
                    .formatted(Samples.IDS.deploymentType()),
                "Any",
                Unmodelled.Fate.REFUSED));
  }

  @Test
  void nameAndDescriptionOfAnExitCodeAreKept() {
    String named =
        GOLDEN.replace(
            "<ExitCode Code=\"1618\" Class=\"FastRetry\"/>",
            "<ExitCode Code=\"1618\" Class=\"FastRetry\" Name=\"Busy\">Another one runs.</ExitCode>");
    assertThat(named).isNotEqualTo(GOLDEN);
    assertThat(codec.update(named, Samples.defender())).isEqualTo(named);
    assertThat(codec.update(named, CHANGED)).contains("Name=\"Busy\">Another one runs.</ExitCode>");
  }

  @Test
  void anExitCodeThatWeDoNotListGoesWithItsName() {
    String more =
        GOLDEN.replace(
            "<ExitCode Code=\"1618\"",
            "<ExitCode Code=\"7\" Class=\"Failure\" Name=\"Own\">Text</ExitCode><ExitCode Code=\"1618\"");
    String next = codec.update(more, CHANGED);
    assertThat(next).doesNotContain("Own");
    assertThat(codec.read(next).application()).isEqualTo(CHANGED);
  }

  @Test
  void theDigestOfAnotherApplicationIsRefused() {
    String other = GOLDEN.replace(Samples.IDS.application(), "Application_x");
    assertThatThrownBy(() -> codec.update(other, CHANGED))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(
            " is another application: its logical name is Application_x instead of Application_")
        .hasMessageContaining("GAR-0544");
  }

  @Test
  void anotherDeploymentTypeInFrontOfOursIsRefused() {
    String other = GOLDEN.replace(Samples.IDS.deploymentType(), "DeploymentType_x");
    assertThatThrownBy(() -> codec.update(other, CHANGED))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining(" is DeploymentType_x instead of ")
        .hasMessageContaining("GAR-0544");
  }

  @Test
  void resourceIdentifiersStayUnique() {
    String digest =
        GOLDEN
            .replace(
                "    <Description ResourceId=\"Res_1000007\">garrison/1 contoso-prod defender-2012r2</Description>\n",
                "")
            .replace("Res_1000001", "Res_1000007");
    String next = codec.update(digest, CHANGED);
    assertThat(next.split("ResourceId=\"Res_1000007\"", -1)).hasSize(2);
    assertThat(next).contains("ResourceId=\"Res_2000000\"");
  }
}
