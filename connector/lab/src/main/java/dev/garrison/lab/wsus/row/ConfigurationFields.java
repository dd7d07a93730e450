package dev.garrison.lab.wsus.row;

import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.wsus.soap.Cell;
import dev.garrison.lab.wsus.work.ServerState;
import java.util.HashMap;
import java.util.Map;

/** Fields of a server's configuration that differ from the default of their type. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "proxb/PoshWSUS, Libraries (run against the lab)",
    says =
        "WSUS: Microsoft's client refuses a configuration whose limits (Max...) are"
            + " not above 0 or with invalid proxy ports; a server without a proxy returns 80."
            + " StatsDotNetMaximumBatchSize and DssRollupChunkSize are at least 1."
            + " The other numbers are the lab's.")
public final class ConfigurationFields {
  private static final int HTTP = 80;

  /**
   * Limits. Pages of 30 updates and batches of 100 ids were observed, the other numbers are the
   * lab's.
   */
  private static final Map<String, Integer> LIMITS =
      Map.of(
          "MaxCoreUpdatesPerRequest", 30,
          "MaxExtendedUpdatesPerRequest", 50,
          "MaxUpdatesPerRequestInGetUpdateDecryptionData", 100,
          "MaxNumberOfIdsToRequestDataFromUss", 100,
          "MaxSimultaneousFileDownloads", 10,
          "MaxXmlPerRequest", 5_242_880,
          "MaxXmlPerRequestInServerSync", 5_242_880,
          "MaxTargetComputers", 30_000,
          "MaxEventInstances", 100_000,
          "MaxConcurrentDatabaseCalls", 100);

  /** Numbers with a range in which 0 has no meaning, by name; the values are the lab's. */
  private static final String NUMBERS =
      """
      StatsDotNetMaximumBatchSize=100 DssRollupChunkSize=1000 autoPurgeClientEventAgeThreshold=15
      autoPurgeServerEventAgeThreshold=90 autoPurgeDetectionPeriod=12 maxDeltaSyncPeriod=30
      revisionDeletionTimeThreshold=30 computerDeletionTimeThreshold=30
      RevisionDeletionSizeThreshold=100 SubscriptionFailureNumberOfRetries=3 QueueFlushTimeInMS=5000
      QueueFlushCount=100 QueueRejectCount=10000 DispatchMaximumSimultaneousHandlerCalls=10
      SleepTimeAfterErrorInMS=30000 CategoryScanRequestTrackingReportingInterval=60
      CategoryScanRequestTrackingMaxEntries=1000 LocalPublishingMaxCabSize=384
      HmDetectIntervalInSeconds=600 HmRefreshIntervalInSeconds=21600
      HmCoreDiskSpaceGreenMegabytes=500 HmCoreDiskSpaceRedMegabytes=200
      HmCoreCatalogSyncIntervalInDays=30 HmClientsInstallUpdatesGreenPercent=10
      HmClientsInstallUpdatesRedPercent=20 HmClientsInventoryGreenPercent=10
      HmClientsInventoryRedPercent=20 HmClientsInventoryScanDiffInHours=504
      HmClientsSilentGreenPercent=10 HmClientsSilentRedPercent=20 HmClientsSilentDays=10
      HmClientsTooManyGreenPercent=80 HmClientsTooManyRedPercent=90
      """;

  private ConfigurationFields() {}

  /** Fields by name; a missing field has the default of its type. */
  public static Map<String, Cell> of(ServerState server) {
    Map<String, Cell> fields = new HashMap<>();
    LIMITS.forEach((name, most) -> fields.put(name, Cell.number(most)));
    for (String number : NUMBERS.strip().split("\\s+", -1)) {
      int equals = number.indexOf('=');
      fields.put(
          number.substring(0, equals), Cell.number(Integer.parseInt(number.substring(equals + 1))));
    }
    fields.put("ProxyServerPort", Cell.number(HTTP));
    fields.put("SslProxyServerPort", Cell.number(HTTP));
    fields.put("configurationChangeNumber", Cell.large(41));
    fields.put("LastConfigChange", Cell.time(server.subscription().modified()));
    fields.put("ServerId", Cell.guid(server.identity().id()));
    fields.put("ServerTargeting", Cell.flag(true));
    fields.put("SyncToMU", Cell.flag(server.upstream().isEmpty()));
    fields.put(
        "UpstreamServerName",
        Cell.text(server.upstream().map(above -> above.identity().name()).orElse("")));
    fields.put("ServerPortNumber", Cell.number(8530));
    fields.put("OobeInitialized", Cell.flag(server.settings().initialized()));
    fields.put("HostOnMu", Cell.flag(server.settings().contentOnMicrosoftUpdate()));
    fields.put("LazySync", Cell.flag(true));
    fields.put("AutoRefreshDeployments", Cell.flag(server.settings().autoRefresh()));
    fields.put(
        "AutoRefreshDeploymentsDeclineExpired", Cell.flag(server.settings().declinesExpired()));
    fields.put("LocalContentCacheLocation", Cell.text("D:\\WSUS\\WsusContent"));
    fields.put("MUUrl", Cell.text("https://sws.update.microsoft.com"));
    fields.put("ReplicaMode", Cell.flag(server.replica()));
    return fields;
  }
}
