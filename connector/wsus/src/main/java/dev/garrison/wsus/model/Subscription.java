package dev.garrison.wsus.model;

import dev.garrison.wsus.soap.Fields;
import dev.garrison.wsus.soap.SoapFormatException;
import dev.garrison.wsus.soap.SoapValue;
import dev.garrison.xml.XmlElement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Synchronization settings of a server. When its lists are changed, it is sent back as it was
 * received: elements that the server leaves out stay out, because an empty anchor is not the same
 * as none.
 *
 * @param timeOfDay second of the day at which it synchronizes automatically
 * @param isAutomatic whether it synchronizes automatically
 * @param lastModifiedBy who changed it last
 */
public record Subscription(
    long timeOfDay,
    Optional<String> lastModifiedBy,
    Instant lastModified,
    Instant lastSynchronization,
    boolean isAutomatic,
    Optional<String> anchor,
    Optional<String> deploymentAnchor,
    int timesPerDay,
    boolean isCategoryOnly) {
  /**
   * Reads the subscription from the result element.
   *
   * @throws SoapFormatException if something is missing
   */
  public static Subscription of(XmlElement result) {
    Fields row = new Fields(result);
    return new Subscription(
        row.whole("synchronizeAutomaticallyTimeOfDay"),
        row.optionalText("LastModifiedBy"),
        row.time("LastModifiedTime"),
        row.time("LastSynchronizationTime"),
        row.truth("SynchronizeAutomatically"),
        row.optionalText("Anchor"),
        row.optionalText("DeploymentAnchor"),
        row.number("NumberOfSynchronizationsPerDay"),
        row.truth("IsCategoryOnly"));
  }

  /** Converts it to request values, without the elements that were not received. */
  public SoapValue.Parts parts() {
    Map<String, SoapValue> parts = new LinkedHashMap<>();
    parts.put("synchronizeAutomaticallyTimeOfDay", new SoapValue.Whole(timeOfDay));
    lastModifiedBy.ifPresent(text -> parts.put("LastModifiedBy", new SoapValue.Text(text)));
    parts.put("LastModifiedTime", SoapValue.Time.of(lastModified));
    parts.put("LastSynchronizationTime", SoapValue.Time.of(lastSynchronization));
    parts.put("SynchronizeAutomatically", new SoapValue.Truth(isAutomatic));
    anchor.ifPresent(text -> parts.put("Anchor", new SoapValue.Text(text)));
    deploymentAnchor.ifPresent(text -> parts.put("DeploymentAnchor", new SoapValue.Text(text)));
    parts.put("NumberOfSynchronizationsPerDay", new SoapValue.Whole(timesPerDay));
    parts.put("IsCategoryOnly", new SoapValue.Truth(isCategoryOnly));
    return new SoapValue.Parts(parts);
  }
}
