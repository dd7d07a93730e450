package dev.garrison.lab.adminservice.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Digests that Microsoft's application library wrote: of its own making ({@code console}), as edits
 * of ours ({@code edited}), and ours, which it reads.
 */
final class LibraryDigestsTest {
  private static final String SCOPE = "ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214";
  private static final Path FOLDER = Path.of("src/test/resources/dev/garrison/lab/digests");
  private static final Set<String> EMPTY_WHERE_JUST_SET = Set.of("SoftwareVersion", "CustomId");
  private final DigestReader reader = new DigestReader(SCOPE, false);

  static List<Path> all() throws IOException {
    List<Path> files = new ArrayList<>(written());
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder().resolve("ours"))) {
      stream.forEach(files::add);
    }
    return files;
  }

  static List<Path> written() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("console", "edited")) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder().resolve(name))) {
        stream.forEach(files::add);
      }
    }
    Collections.sort(files);
    return files;
  }

  private static Path folder() {
    return Files.isDirectory(FOLDER) ? FOLDER : Path.of("lab").resolve(FOLDER);
  }

  private static String console(int number) throws IOException {
    return Files.readString(folder().resolve("console/%04d.xml".formatted(number)));
  }

  @Test
  void thereAreThirtyNineOfItsOwnMakingAndThirtyTwoOfItsEdits() throws IOException {
    assertThat(written()).hasSize(71);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aDigestThatItReadsIsTaken(Path file) throws IOException {
    assertThat(reader.read(Files.readString(file)).modelName()).startsWith(SCOPE + "/Application_");
  }

  @ParameterizedTest
  @MethodSource("written")
  void aDigestThatItWroteIsKeptAsItIs(Path file) throws IOException {
    String text = Files.readString(file);
    XmlText xml = new XmlText();

    assertThat(comparable(xml.document(reader.read(text).text())))
        .isEqualTo(comparable(xml.document(text)));
  }

  @ParameterizedTest
  @MethodSource("written")
  void anXmlDeclarationChangesNothing(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(reader.read("<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n" + text).text())
        .isEqualTo(reader.read(text).text());
  }

  @ParameterizedTest
  @MethodSource("written")
  void actionsAreMadeAnewFromCustomData(Path file) throws IOException {
    String text = Files.readString(file);
    String wrecked = text.replaceAll("(?s)<Args>.*?</Args>", "<Args />");

    assertThat(reader.read(wrecked).text()).isEqualTo(reader.read(text).text());
  }

  /**
   * Method bodies as trees, for their layout means nothing; empty texts are read as absent, and the
   * library writes one only where it was just set.
   */
  private static XmlElement comparable(XmlElement element) {
    List<XmlElement> children = new ArrayList<>();
    for (XmlElement child : element.children()) {
      boolean body = child.attribute("Name").equals("MethodBody");
      if (body) {
        children.add(child.withChildren(List.of(new XmlText().document(child.text()))));
      } else if (!child.text().isEmpty() || !EMPTY_WHERE_JUST_SET.contains(child.name())) {
        children.add(comparable(child));
      }
    }
    return element.withChildren(children);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20})
  void aSiteThatKeepsThemAsSentChangesNothing(int number) throws IOException {
    String text = console(number);

    assertThat(new DigestReader(SCOPE, true).read(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Title>2026.11 Sensor</Title>      | <Title>%257</Title>       | AppMgmtDigest/Application/DisplayInfo/Info/Title is not a text of 1 to 256 characters
          <Title>2026.11 Sensor</Title>      | <Title></Title>           | AppMgmtDigest/Application/DisplayInfo/Info/Title is not a text of 1 to 256 characters: ''
          <Version>1.0</Version>             | <Version>%65</Version>    | AppMgmtDigest/Application/DisplayInfo/Info/Version is not a text of 0 to 64 characters
          Söhne</Publisher>                  | %513</Publisher>          | AppMgmtDigest/Application/DisplayInfo/Info/Publisher is not a text of 0 to 512 characters
          <PrivacyUrl>                       | <PrivacyUrl>%1025         | AppMgmtDigest/Application/DisplayInfo/Info/PrivacyUrl is not a text of 0 to 1024 characters
          <Tag>word                          | <Tag>%65                  | AppMgmtDigest/Application/DisplayInfo/Info/Tags/Tag is not a text of 1 to 64 characters, not blank
          <Tag>word                          | <Tag>                     | AppMgmtDigest/Application/DisplayInfo/Info/Tags/Tag is not a text of 1 to 64 characters, not blank: ''
          2026.11 Sensor</Description>       | %2049</Description>       | AppMgmtDigest/Application/Description is not a text of 0 to 2048 characters
          Настройки 7-Zip</Publisher>        | %513</Publisher>          | AppMgmtDigest/Application/Publisher is not a text of 0 to 512 characters
          </SoftwareVersion>                 | %257</SoftwareVersion>    | AppMgmtDigest/Application/SoftwareVersion is not a text of 0 to 256 characters
          Client "Pro" Contoso</Title>       | %257</Title>              | AppMgmtDigest/DeploymentType/Title is not a text of 1 to 256 characters
          <AutoInstall>true                  | <AutoInstall>yes          | AppMgmtDigest/Application/AutoInstall is not true or false: 'yes'
          <PeerCache>true                    | <PeerCache>on             | AppMgmtDigest/DeploymentType/Installer/Contents/Content/PeerCache is not true or false: 'on'
          <AllowUninstall>true               | <AllowUninstall>yes       | AppMgmtDigest/DeploymentType/Installer/CustomData/AllowUninstall is not true or false: 'yes'
          <UninstallSetting>NoneRequired     | <UninstallSetting>None    | AppMgmtDigest/DeploymentType/Installer/CustomData/UninstallSetting is not one of SameAsInstall, NoneRequired, Different: 'None'
          <ExecutionContext>System           | <ExecutionContext>Machine | AppMgmtDigest/DeploymentType/Installer/ExecutionContext is not one of Any, System, User: 'Machine'
          <OnFastNetwork>Download            | <OnFastNetwork>Fast       | AppMgmtDigest/DeploymentType/Installer/Contents/Content/OnFastNetwork is not one of DoNothing, Download, DownloadContentForStreaming: 'Fast'
          <OnSlowNetwork>Download            | <OnSlowNetwork>Slow       | AppMgmtDigest/DeploymentType/Installer/Contents/Content/OnSlowNetwork is not one of DoNothing, Download, DownloadContentForStreaming: 'Slow'
          <OnFastNetwork>Download</OnFastNetwork> | ''                   | the children of AppMgmtDigest/DeploymentType/Installer/Contents/Content are wrong or out of order
          <OnSlowNetwork>Download</OnSlowNetwork> | ''                   | the children of AppMgmtDigest/DeploymentType/Installer/Contents/Content are wrong or out of order
          Language="de-DE"                   | Language="en-US"          | Language 'en-US' is used twice
          Language="de-DE"                   | Language="German, maybe"  | AppMgmtDigest/Application/DisplayInfo/Info/@Language is not a language: 'German, maybe'
          Code="1707"                        | Code="0"                  | exit code 0 stands twice
          Class="SoftReboot"                 | Class="Reboot"            | AppMgmtDigest/DeploymentType/Installer/CustomData/ExitCodes/ExitCode/@Class is not one of Failure, Success, FastRetry, HardReboot, SoftReboot: 'Reboot'
          <MaxExecuteTime>720                | <MaxExecuteTime>721       | AppMgmtDigest/DeploymentType/Installer/CustomData/MaxExecuteTime is not a whole number of 15 to 720: '721'
          <MaxExecuteTime>720                | <MaxExecuteTime>14        | AppMgmtDigest/DeploymentType/Installer/CustomData/MaxExecuteTime is not a whole number of 15 to 720: '14'
          <InstallCommandLine>               | <InstallCommandLine>%1025 | AppMgmtDigest/DeploymentType/Installer/CustomData/InstallCommandLine is not a text of 1 to 1024 characters
          <InstallCommandLine>setup.exe /S   | <InstallCommandLine>      | AppMgmtDigest/DeploymentType/Installer/CustomData/InstallCommandLine is not a text of 1 to 1024 characters: ''
          <Hosting>Native                    | <Hosting>Remote           | AppMgmtDigest/DeploymentType/Hosting is not one of Native: 'Remote'
          <Installer Technology="Script"     | <Installer Technology="X" | AppMgmtDigest/DeploymentType/Installer/@Technology is not one of MSI, Script: 'X'
          <Installer Technology="Script"     | <Installer                | AppMgmtDigest/DeploymentType/Installer lacks its attribute Technology
          <Hosting>Native</Hosting>          | <Hosting>Native</Hosting><Other/> | the children of AppMgmtDigest/DeploymentType are wrong or out of order
          <Owners>                           | <Owners x="y">            | AppMgmtDigest/Application/Owners has attributes that nobody knows: [x]
          Res_1635831999                     | Res_1061478755            | ResourceId 'Res_1061478755' is used twice
          Version="6"                        | Version="0"               | AppMgmtDigest/Application/@Version is not a whole number of 1 to 999999999: '0'
          LogicalName="Application_          | LogicalName="Application: | AppMgmtDigest/Application/@LogicalName is not a name without a colon
          <DeploymentType AuthoringScopeId="ScopeId_ | <DeploymentType AuthoringScopeId="Scope Id_ | AppMgmtDigest/Application/DeploymentTypes/DeploymentType/@AuthoringScopeId is not a name without a colon
          <Technology>Script                 | <Technology>Other         | AppMgmtDigest/DeploymentType/Technology is not one of MSI, Script: 'Other'
          DefaultLanguage="en-US"            | DefaultLanguage="fr-FR"   | DisplayInfo has no Info in its default language fr-FR
          """)
  void whatItRefusesIsRefused(String before, String after, String message) throws IOException {
    String number = after.replaceAll("[^%]*%?(\\d*).*", "$1");
    String filled =
        after.contains("%")
            ? after.replace("%" + number, "x".repeat(Integer.parseInt(number)))
            : after;
    String text = console(1);
    assertThat(text).contains(before);

    assertThatThrownBy(() ->
            reader.read(
                text.replaceFirst(
                    java.util.regex.Pattern.quote(before),
                    java.util.regex.Matcher.quoteReplacement(filled))))
        .isInstanceOf(DigestException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void anEmptyLanguageIsRefused() throws IOException {
    String text = withLanguage();

    assertThatThrownBy(() -> reader.read(text.replaceFirst("<Lang>[^<]*</Lang>", "<Lang />")))
        .isInstanceOf(DigestException.class)
        .hasMessageStartingWith(
            "AppMgmtDigest/DeploymentType/Languages/Lang is not a text of 1 to 64 characters");
  }

  private static String withLanguage() throws IOException {
    for (Path file : written()) {
      String text = Files.readString(file);
      if (text.contains("<Lang>")) {
        return text;
      }
    }
    throw new IllegalStateException("no digest has a language");
  }

  @Test
  void anApplicationBehindItsDeploymentTypeIsRefused() throws IOException {
    String text = console(1);
    int from = text.indexOf("<Application ");
    int to = text.indexOf("</Application>") + "</Application>".length();
    int end = text.indexOf("</DeploymentType>", to) + "</DeploymentType>".length();
    String turned =
        text.substring(0, from)
            + text.substring(to, end)
            + text.substring(from, to)
            + text.substring(end);

    assertThatThrownBy(() -> reader.read(turned))
        .isInstanceOf(DigestException.class)
        .hasMessageStartingWith("the application stands behind its deployment type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <Arg Name="InstallCommandLine" Type="String"> | <Arg>
          <Arg Name="InstallCommandLine" Type="String"> | <Arg Name="InstallCommandLine">
          <Arg Name="InstallCommandLine" Type="String"> | <Arg Name="InstallCommandLine" Type="String" more="1">
          <Item>0</Item>                                | <Item more="1">0</Item>
          <ExitCode Code="3010"                         | <ExitCode more="1" Code="3010"
          """)
  void whatItPassesOverChangesNothing(String before, String after) throws IOException {
    String text = console(1);
    assertThat(text).contains(before);

    assertThat(reader.read(text.replace(before, after)).text()).isEqualTo(reader.read(text).text());
  }

  @Test
  void argumentsWithoutANameAreKeptAsSent() throws IOException {
    String text = console(1).replace("<Arg Name=\"ExecuteTime\" Type=\"Int32\">", "<Arg>");
    String twice = text.replace("<Arg Name=\"RequiresReboot\" Type=\"Boolean\">", "<Arg>");

    assertThat(new DigestReader(SCOPE, true).read(twice).text()).isEqualTo(twice);
  }

  @Test
  void customDataTakesItsPartsInAnyOrderAndPassesOverOthers() throws IOException {
    String text = console(1);
    String setting = "<UninstallSetting>NoneRequired</UninstallSetting>";
    String moved =
        text.replace(setting, "")
            .replace("<CustomData>", "<CustomData more=\"1\">" + setting + "<Unheard>of</Unheard>");

    assertThat(reader.read(moved).text()).isEqualTo(reader.read(text).text());
  }

  @Test
  void whatIsEmptyOrADefaultIsNotKept() throws IOException {
    String text = console(36);
    String more = text.replaceFirst("(</Title>)(\\s*)(</Application>|<[A-Z])", "$1$2$3");
    String padded =
        more.replace(
            "</Application>",
            "<HighPriority>2</HighPriority><SendToProtectedDP>false</SendToProtectedDP></Application>");

    assertThat(reader.read(padded).text()).isEqualTo(reader.read(text).text());
  }
}
