package dev.garrison.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes an application digest from public samples, with room for mistakes. */
public final class SampleDigest {
  public static final String ORG = "5d1f0b3e-7c52-4f0c-9a57-2f4be1a3d8c2";
  private static final String SCOPE = "ScopeId_9C4A6F3D-1B7E-4E52-8D0A-63C5F7A8E214";
  private static final String APPLICATION = "Application_11111111-1111-4111-8111-111111111111";
  private static final String KIND = "DeploymentType_22222222-2222-4222-8222-222222222222";
  private static final String STATUS =
      "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status";
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-16\"?>";
  private static final String DIGEST =
      "http://schemas.microsoft.com/SystemCenterConfigurationManager/2009/AppMgmtDigest";
  private static final String RULES =
      "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/06/14/Rules";
  private static final String CONFIGURATION =
      "http://schemas.microsoft.com/SystemsCenterConfigurationManager/2009/07/10/DesiredConfiguration";

  private String application = APPLICATION;
  private String kind = KIND;
  private String title = "Sensor";
  private String dependencies = "";
  private boolean sensor = true;
  private int version = 1;
  private int kindVersion = 1;
  private String contentId = "Content_33333333-3333-4333-8333-333333333333";
  private String location = "\\\\fs01.lab.example\\mde$\\v1\\";
  private Map<String, Long> files = new TreeMap<>(Map.of("install.ps1", 3L));
  private String command = "powershell.exe -File install.ps1";
  private String platform = "";
  private int minutes = 60;
  private int modeValue;
  private String valueName = "ForceDefenderPassiveMode";
  private boolean leaving;

  public static final String MODEL = SCOPE + "/" + APPLICATION;

  /** Another application: detected where ForceDefenderPassiveMode has this value. */
  public static SampleDigest mode(int value) {
    SampleDigest digest = new SampleDigest();
    digest.application = APPLICATION.replace('1', '5');
    digest.kind = KIND.replace('2', '6');
    digest.title = "Mode";
    digest.sensor = false;
    digest.modeValue = value;
    return digest;
  }

  /** Another application: detected where AllowSampleCollection has this value. */
  public static SampleDigest samples(int value) {
    SampleDigest digest = mode(value);
    digest.application = APPLICATION.replace('1', '3');
    digest.kind = KIND.replace('2', '4');
    digest.title = "Settings";
    digest.valueName = "AllowSampleCollection";
    return digest;
  }

  /** Another application: detected where OnboardingState is not 1. */
  public static SampleDigest leaving() {
    SampleDigest digest = new SampleDigest();
    digest.application = APPLICATION.replace('1', '7');
    digest.kind = KIND.replace('2', '8');
    digest.title = "Leaving";
    digest.leaving = true;
    return digest;
  }

  public String model() {
    return SCOPE + "/" + application;
  }

  public SampleDigest dependingOn(SampleDigest other, boolean automatic) {
    dependencies =
        ("<Dependencies><DeploymentTypeRule xmlns=\"%s\" id=\"DTRule_1\" Severity=\"Critical\"><Annotation>"
                + "<DisplayName Text=\"\"/><Description Text=\"\"/></Annotation><DeploymentTypeExpression>"
                + "<Operator>Or</Operator><Operands><DeploymentTypeIntentExpression DesiredState=\"Required\">"
                + "<DeploymentTypeApplicationReference AuthoringScopeId=\"%s\" LogicalName=\"%s\"/>"
                + "<DeploymentTypeReference AuthoringScopeId=\"%s\" LogicalName=\"%s\" Changeable=\"%s\"/>"
                + "</DeploymentTypeIntentExpression></Operands></DeploymentTypeExpression>"
                + "</DeploymentTypeRule></Dependencies>")
            .formatted(RULES, SCOPE, other.application, SCOPE, other.kind, automatic);
    return this;
  }

  public SampleDigest revision(int newVersion) {
    version = newVersion;
    kindVersion = newVersion;
    return this;
  }

  public SampleDigest kindVersion(int newVersion) {
    kindVersion = newVersion;
    return this;
  }

  public SampleDigest content(String id, Map<String, Long> newFiles) {
    contentId = id;
    files = new TreeMap<>(newFiles);
    return this;
  }

  public SampleDigest location(String unc) {
    location = unc;
    return this;
  }

  public SampleDigest command(String line) {
    command = line;
    return this;
  }

  public SampleDigest platform(String ruleId) {
    platform = ruleId;
    return this;
  }

  public SampleDigest minutes(int runTime) {
    minutes = runTime;
    return this;
  }

  /** The body of a create or of a new revision. */
  public String body() {
    return body(xml());
  }

  public static String body(String xml) {
    try {
      return new ObjectMapper().writeValueAsString(Map.of("SDMPackageXML", xml));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public String xml() {
    return DECLARATION
        + "<AppMgmtDigest xmlns=\""
        + DIGEST
        + "\">"
        + "<Application AuthoringScopeId=\""
        + SCOPE
        + "\" LogicalName=\""
        + application
        + "\" Version=\""
        + version
        + "\">"
        + "<DisplayInfo DefaultLanguage=\"en-US\"><Info Language=\"en-US\"><Title>"
        + title
        + "</Title>"
        + "<Publisher/><Version/></Info></DisplayInfo>"
        + "<DeploymentTypes>"
        + kindTag()
        + "/></DeploymentTypes>"
        + "<Title ResourceId=\"Res_1\">"
        + title
        + "</Title><Description ResourceId=\"Res_2\">mark</Description>"
        + "<Publisher ResourceId=\"Res_3\">P</Publisher><SoftwareVersion ResourceId=\"Res_4\">1</SoftwareVersion>"
        + "<CustomId ResourceId=\"Res_5\"/><AutoInstall>true</AutoInstall><Owners/><Contacts/></Application>"
        + kindTag()
        + "><Title ResourceId=\"Res_6\">Sensor setup</Title>"
        + "<Description ResourceId=\"Res_7\">mark</Description>"
        + requirements()
        + dependencies
        + "<DeploymentTechnology>GLOBAL/ScriptDeploymentTechnology</DeploymentTechnology>"
        + "<Technology>Script</Technology><Hosting>Native</Hosting>"
        + "<Installer Technology=\"Script\"><ExecutionContext>System</ExecutionContext>"
        + contents()
        + detectAction()
        + installAction()
        + customData()
        + "</Installer></DeploymentType></AppMgmtDigest>";
  }

  private String kindTag() {
    return "<DeploymentType AuthoringScopeId=\""
        + SCOPE
        + "\" LogicalName=\""
        + kind
        + "\" Version=\""
        + kindVersion
        + "\"";
  }

  private String requirements() {
    return platform.isEmpty()
        ? ""
        : "<Requirements><Rule xmlns=\""
            + RULES
            + "\" id=\"Rule_1\" Severity=\"None\""
            + " NonCompliantWhenSettingIsNotFound=\"false\"><Annotation><DisplayName Text=\"\"/>"
            + "<Description Text=\"\"/></Annotation><OperatingSystemExpression><Operator>OneOf</Operator>"
            + "<Operands><RuleExpression RuleId=\""
            + platform
            + "\"/></Operands>"
            + "</OperatingSystemExpression></Rule></Requirements>";
  }

  private String contents() {
    return "<Contents><Content ContentId=\""
        + contentId
        + "\" Version=\"1\">"
        + files.entrySet().stream()
            .map(f -> "<File Name=\"" + f.getKey() + "\" Size=\"" + f.getValue() + "\"/>")
            .collect(Collectors.joining())
        + "<Location>"
        + location
        + "</Location><PeerCache>true</PeerCache>"
        + "<OnFastNetwork>Download</OnFastNetwork><OnSlowNetwork>Download</OnSlowNetwork></Content></Contents>";
  }

  private String method(String open) {
    return open
        + "<Settings xmlns=\""
        + DIGEST
        + "\">"
        + (sensor
            ? setting("RegSetting_1", "Int64", STATUS, "OnboardingState")
                + (leaving ? "" : setting("RegSetting_2", "String", STATUS, "OrgId"))
            : setting("RegSetting_1", "Int64", POLICY, valueName))
        + "</Settings><Rule xmlns=\""
        + RULES
        + "\" id=\""
        + SCOPE
        + "/"
        + kind
        + "\" Severity=\"Informational\" NonCompliantWhenSettingIsNotFound=\"false\">"
        + "<Annotation><DisplayName Text=\"\"/><Description Text=\"\"/></Annotation>"
        + expression()
        + "</Rule></EnhancedDetectionMethod>";
  }

  private String expression() {
    if (!sensor) {
      return clause("RegSetting_1", "Int64", String.valueOf(modeValue));
    }
    String state = clause("RegSetting_1", "Int64", "1");
    if (leaving) {
      return state.replace("Equals", "NotEquals");
    }
    return "<Expression><Operator>And</Operator><Operands>"
        + state
        + clause("RegSetting_2", "String", ORG)
        + "</Operands></Expression>";
  }

  private static String setting(String name, String type, String key, String value) {
    return "<SimpleSetting xmlns=\""
        + CONFIGURATION
        + "\" LogicalName=\""
        + name
        + "\" DataType=\""
        + type
        + "\"><Annotation xmlns=\""
        + RULES
        + "\"><DisplayName Text=\"\"/><Description Text=\"\"/></Annotation>"
        + "<RegistryDiscoverySource Hive=\"HKEY_LOCAL_MACHINE\" Depth=\"Base\" Is64Bit=\"true\""
        + " CreateMissingPath=\"true\"><Key>"
        + key
        + "</Key>"
        + "<ValueName>"
        + value
        + "</ValueName></RegistryDiscoverySource></SimpleSetting>";
  }

  private String clause(String name, String type, String constant) {
    return "<Expression><Operator>Equals</Operator><Operands><SettingReference AuthoringScopeId=\""
        + SCOPE
        + "\" LogicalName=\""
        + application
        + "\" Version=\""
        + version
        + "\" DataType=\""
        + type
        + "\" SettingLogicalName=\""
        + name
        + "\" SettingSourceType=\"Registry\""
        + " Method=\"Value\" Changeable=\"false\"/><ConstantValue Value=\""
        + constant
        + "\" DataType=\""
        + type
        + "\"/></Operands></Expression>";
  }

  private String detectAction() {
    String body = DECLARATION + method("<EnhancedDetectionMethod xmlns=\"" + DIGEST + "\">");
    return "<DetectAction><Provider>Local</Provider><Args>"
        + "<Arg Name=\"ExecutionContext\" Type=\"String\">System</Arg>"
        + "<Arg Name=\"MethodBody\" Type=\"String\">"
        + body.replace("&", "&amp;").replace("<", "&lt;")
        + "</Arg></Args></DetectAction>";
  }

  private String installAction() {
    return "<InstallAction><Provider>Script</Provider><Args>"
        + List.of(
                "InstallCommandLine String " + command,
                "WorkingDirectory String ",
                "ExecutionContext String System",
                "RequiresLogOn String ",
                "RequiresElevatedRights Boolean false",
                "RequiresUserInteraction Boolean false",
                "RequiresReboot Boolean false",
                "UserInteractionMode String Hidden",
                "PostInstallBehavior String BasedOnExitCode",
                "ExecuteTime Int32 15",
                "MaxExecuteTime Int32 " + minutes,
                "RunAs32Bit Boolean false",
                "SuccessExitCodes Int32[] <Item>0</Item>",
                "RebootExitCodes Int32[] <Item>3010</Item>",
                "HardRebootExitCodes Int32[] ",
                "FastRetryExitCodes Int32[] <Item>1618</Item>")
            .stream()
            .map(line -> line.split(" ", 3))
            .map(w -> "<Arg Name=\"" + w[0] + "\" Type=\"" + w[1] + "\">" + w[2] + "</Arg>")
            .collect(Collectors.joining())
        + "</Args><Contents><Content ContentId=\""
        + contentId
        + "\" Version=\"1\"/></Contents></InstallAction>";
  }

  private String customData() {
    return "<CustomData><DetectionMethod>Enhanced</DetectionMethod>"
        + method("<EnhancedDetectionMethod>")
        + "<InstallCommandLine>"
        + command
        + "</InstallCommandLine><InstallContent ContentId=\""
        + contentId
        + "\" Version=\"1\"/><UninstallSetting>NoneRequired</UninstallSetting>"
        + "<InstallFolder/><UninstallCommandLine/><UninstallFolder/><RepairCommandLine/><RepairFolder/>"
        + "<ExecuteTime>15</ExecuteTime><MaxExecuteTime>"
        + minutes
        + "</MaxExecuteTime><ExitCodes>"
        + "<ExitCode Code=\"0\" Class=\"Success\"/><ExitCode Code=\"3010\" Class=\"SoftReboot\"/>"
        + "<ExitCode Code=\"1618\" Class=\"FastRetry\"/></ExitCodes>"
        + "<UserInteractionMode>Hidden</UserInteractionMode><AllowUninstall>true</AllowUninstall></CustomData>";
  }
}
