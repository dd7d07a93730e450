package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Fields;
import dev.garrison.wsus.soap.SoapFormatException;
import dev.garrison.wsus.soap.SoapValue;
import dev.garrison.xml.XmlElement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When and how a server synchronises. It is sent back as it came when its lists are changed.
 *
 * @param timeOfDay second of the day at which it synchronises by itself
 * @param isAutomatic whether it synchronises by itself
 * @param lastModifiedBy who changed it last
 */
public record Subscription(
    long timeOfDay,
    String lastModifiedBy,
    Instant lastModified,
    Instant lastSynchronization,
    boolean isAutomatic,
    String anchor,
    String deploymentAnchor,
    int timesPerDay,
    boolean isCategoryOnly) {
  /**
   * From the element of the result.
   *
   * @throws SoapFormatException if something is missing
   */
  public static Subscription of(XmlElement result) {
    Fields row = new Fields(result);
    return new Subscription(
        row.whole("synchronizeAutomaticallyTimeOfDay"),
        row.text("LastModifiedBy"),
        row.time("LastModifiedTime"),
        row.time("LastSynchronizationTime"),
        row.truth("SynchronizeAutomatically"),
        row.text("Anchor"),
        row.text("DeploymentAnchor"),
        row.number("NumberOfSynchronizationsPerDay"),
        row.truth("IsCategoryOnly"));
  }

  /** As it is sent back. */
  public SoapValue.Parts parts() {
    Map<String, SoapValue> parts = new LinkedHashMap<>();
    parts.put("synchronizeAutomaticallyTimeOfDay", new SoapValue.Whole(timeOfDay));
    parts.put("LastModifiedBy", new SoapValue.Text(lastModifiedBy));
    parts.put("LastModifiedTime", SoapValue.Time.of(lastModified));
    parts.put("LastSynchronizationTime", SoapValue.Time.of(lastSynchronization));
    parts.put("SynchronizeAutomatically", new SoapValue.Truth(isAutomatic));
    parts.put("Anchor", new SoapValue.Text(anchor));
    parts.put("DeploymentAnchor", new SoapValue.Text(deploymentAnchor));
    parts.put("NumberOfSynchronizationsPerDay", new SoapValue.Whole(timesPerDay));
    parts.put("IsCategoryOnly", new SoapValue.Truth(isCategoryOnly));
    return new SoapValue.Parts(parts);
  }
}
