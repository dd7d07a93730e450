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

  private ConfigurationFields() {}

  /** Fields by name; a missing field has the default of its type. */
  public static Map<String, Cell> of(ServerState server) {
    Map<String, Cell> fields = new HashMap<>();
    LIMITS.forEach((name, most) -> fields.put(name, Cell.number(most)));
    fields.put("LocalPublishingMaxCabSize", Cell.number(384));
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
