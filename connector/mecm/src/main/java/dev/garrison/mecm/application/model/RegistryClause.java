package dev.garrison.mecm.application.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One condition of a detection method: a registry value below {@code HKEY_LOCAL_MACHINE}.
 *
 * @param key the key without the hive, without leading or trailing backslash
 * @param valueName the name of the value
 * @param dataType the data type for the comparison
 * @param operator the comparison
 * @param constant the value to compare with; empty for a value that must not exist
 * @param is64Bit whether only the 64-bit view of the registry is read
 * @param orMissing whether the condition is also met if there is no such value; a comparison alone
 *     is not
 */
public record RegistryClause(
    String key,
    String valueName,
    DataType dataType,
    Operator operator,
    String constant,
    boolean is64Bit,
    boolean orMissing)
    implements Comparable<RegistryClause> {
  private static final String STATUS =
      "SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status";
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String DATA_COLLECTION =
      "SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection";
  private static final String DEFENDER_POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows Defender";
  private static final String MARKER = "SOFTWARE\\Garrison\\DefenderForEndpoint";
  private static final String ONBOARDING_VALUE = "OnboardingInfo";

  /** Value that offboards. Its name is the same in the packages of all tenants. */
  private static final String OFFBOARDING_VALUE = "696C1FA1-4030-4FA4-8713-FAF9B2EA7C0A";

  private static final String SENSOR_SERVICE = "SYSTEM\\CurrentControlSet\\Services\\Sense";
  private static final String NOTES = "SOFTWARE\\Garrison\\DefenderSettings";
  private static final Comparator<RegistryClause> ORDER =
      Comparator.comparing(RegistryClause::key)
          .thenComparing(RegistryClause::valueName)
          .thenComparing(RegistryClause::dataType)
          .thenComparing(RegistryClause::operator)
          .thenComparing(RegistryClause::constant)
          .thenComparing(RegistryClause::is64Bit)
          .thenComparing(RegistryClause::orMissing);

  public RegistryClause {
    if (operator == Operator.NotExists && (!constant.isEmpty() || orMissing)) {
      throw new IllegalArgumentException("a value that must not exist is compared with nothing");
    }
  }

  /** A condition that a missing value does not meet. */
  public RegistryClause(
      String key,
      String valueName,
      DataType dataType,
      Operator operator,
      String constant,
      boolean is64Bit) {
    this(key, valueName, dataType, operator, constant, is64Bit, false);
  }

  /** A condition that only a missing value meets. */
  static RegistryClause absent(String key, String valueName) {
    return new RegistryClause(key, valueName, DataType.String, Operator.NotExists, "", true);
  }

  /** Data types of a registry setting, spelled as in the digest. */
  public enum DataType {
    Int64,
    String,
    Version
  }

  /** Comparisons with one constant, spelled as in the digest, and {@code NotExists} without. */
  public enum Operator {
    Equals,
    NotEquals,
    GreaterThan,
    GreaterEquals,
    LessThan,
    LessEquals,
    BeginsWith,
    NotBeginsWith,
    EndsWith,
    NotEndsWith,
    Contains,
    NotContains,
    NotExists
  }

  /**
   * A server that is onboarded to this tenant and is not about to leave. {@code OnboardingState} is
   * 1, {@code OrgId} is the tenant's, there is no offboarding value, and nothing is left to prove
   * for Garrison's script. Microsoft: "Onboard Windows servers to the Microsoft Defender for
   * Endpoint service", section "Verify the onboarding".
   */
  public static List<RegistryClause> onboardedTo(String orgId) {
    return List.of(
        new RegistryClause(STATUS, "OnboardingState", DataType.Int64, Operator.Equals, "1", true),
        new RegistryClause(STATUS, "OrgId", DataType.String, Operator.Equals, orgId, true),
        absent(POLICY, OFFBOARDING_VALUE),
        absent(MARKER, "OnboardingPending"));
  }

  /**
   * A server of 2012 R2 or 2016 with the onboarded sensor of the unified agent. {@code Start} of
   * the service {@code Sense} is 2, because it starts automatically then. The older sensor of the
   * Microsoft Monitoring Agent, which writes the same status, has no such service. Microsoft's
   * install.ps1 tests the same value.
   *
   * @see <a href="https://github.com/microsoft/mdefordownlevelserver">install.ps1</a>
   */
  public static RegistryClause unifiedAgent() {
    return new RegistryClause(SENSOR_SERVICE, "Start", DataType.Int64, Operator.Equals, "2", true);
  }

  /**
   * A server whose Defender Antivirus is set to passive (1) or active (0) mode. The value is {@code
   * ForceDefenderPassiveMode}. Only AMRunningMode shows the actual mode. Microsoft: "Configure
   * Microsoft Defender Antivirus on Windows Server", section "Microsoft Defender Antivirus modes on
   * Windows Server".
   */
  public static RegistryClause passiveMode(boolean passive) {
    return new RegistryClause(
        POLICY,
        "ForceDefenderPassiveMode",
        DataType.Int64,
        Operator.Equals,
        passive ? "1" : "0",
        true);
  }

  /**
   * A server whose sensor may send all samples (1, or no value) or none (0) to Microsoft. The value
   * is {@code AllowSampleCollection}. Microsoft: "Onboard Windows devices using Configuration
   * Manager", section "Configure sample collection settings".
   */
  public static RegistryClause sampleSharing(boolean all) {
    return new RegistryClause(
        POLICY,
        "AllowSampleCollection",
        DataType.Int64,
        Operator.Equals,
        all ? "1" : "0",
        true,
        all);
  }

  /**
   * A server whose sensor uses this proxy, set by Garrison, or none set by Garrison. The values are
   * {@code TelemetryProxyServer} and {@code DisableEnterpriseAuthProxy}. Microsoft: "Configure your
   * devices to connect to the Defender for Endpoint service using a proxy".
   */
  public static List<RegistryClause> sensorProxy(Optional<String> server) {
    return server
        .map(address ->
            List.of(
                is(DATA_COLLECTION, "TelemetryProxyServer", address),
                isOne(DATA_COLLECTION, "DisableEnterpriseAuthProxy"),
                isOne(NOTES, "SensorProxySet")))
        .orElse(List.of(isNotOne(NOTES, "SensorProxySet")));
  }

  /**
   * A server whose antivirus uses this proxy, set by Garrison, or none set by Garrison. The value
   * is {@code ProxyServer}. See the same Microsoft page.
   */
  public static List<RegistryClause> antivirusProxy(Optional<String> server) {
    return server
        .map(address ->
            List.of(is(DEFENDER_POLICY, "ProxyServer", address), isOne(NOTES, "AntivirusProxySet")))
        .orElse(List.of(isNotOne(NOTES, "AntivirusProxySet")));
  }

  private static RegistryClause is(String key, String valueName, String text) {
    return new RegistryClause(key, valueName, DataType.String, Operator.Equals, text, true);
  }

  private static RegistryClause isOne(String key, String valueName) {
    return new RegistryClause(key, valueName, DataType.Int64, Operator.Equals, "1", true);
  }

  /**
   * A server whose sensor reports to no tenant, is not about to, and has nothing left to uninstall.
   * {@code OnboardingState} is not 1, or is missing; there is no {@code OnboardingInfo}; nothing is
   * left to uninstall for Garrison's script.
   */
  public static List<RegistryClause> offboarded() {
    return List.of(
        isNotOne(STATUS, "OnboardingState"),
        isNotOne(MARKER, "UninstallPending"),
        absent(POLICY, ONBOARDING_VALUE));
  }

  /** A server without {@code ForceDefenderPassiveMode}, or with a value other than 1. */
  public static RegistryClause notPassive() {
    return isNotOne(POLICY, "ForceDefenderPassiveMode");
  }

  private static RegistryClause isNotOne(String key, String valueName) {
    return new RegistryClause(key, valueName, DataType.Int64, Operator.NotEquals, "1", true, true);
  }

  @Override
  public int compareTo(RegistryClause other) {
    return ORDER.compare(this, other);
  }
}
