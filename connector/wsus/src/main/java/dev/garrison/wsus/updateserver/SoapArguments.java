package dev.garrison.wsus.updateserver;

import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.wsus.model.SyncEvent;
import dev.garrison.wsus.soap.SoapValue;
import dev.garrison.wsus.soap.SoapValue.Guid;
import dev.garrison.wsus.soap.SoapValue.Many;
import dev.garrison.wsus.soap.SoapValue.Parts;
import dev.garrison.wsus.soap.SoapValue.Text;
import dev.garrison.wsus.soap.SoapValue.Time;
import dev.garrison.wsus.soap.SoapValue.Truth;
import dev.garrison.wsus.soap.SoapValue.Whole;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Arguments that several operations take, or that have many parts. */
final class SoapArguments {
  /**
   * Language of the titles that Garrison understands. A server without English sends its own
   * titles.
   */
  static final String CULTURE = "en";

  /** Earliest time that SQL Server accepts; {@link #END} is the latest. */
  static final Instant BEGINNING = Instant.parse("1753-01-01T00:00:00Z");

  static final Instant END = Instant.parse("9999-12-31T23:59:59.997Z");

  /**
   * Parent ID of the servers below the one that is asked. The effect of the server's own ID is not
   * published.
   */
  static final UUID ASKED_SERVER = new UUID(0, 0);

  /** Namespace of synchronization events ({@code WsusEventNamespace}). */
  private static final int SYNC_EVENTS = 2;

  private SoapArguments() {}

  static Map<String, SoapValue> scoped(UpdateScope scope) {
    return Map.of(
        "updateScopeXml", new Text(scope.document()),
        "preferredCulture", new Text(CULTURE),
        "publicationState", new Whole(scope.publication()));
  }

  /** Arguments for a group with its subgroups. */
  static Map<String, SoapValue> inGroup(UUID group) {
    return Map.of("targetGroupId", new Guid(group), "includeSubgroups", new Truth(true));
  }

  static Map<String, SoapValue> inGroup(UUID update, UUID group) {
    Map<String, SoapValue> arguments = new LinkedHashMap<>(inGroup(group));
    arguments.put("updateId", new Guid(update));
    return arguments;
  }

  static Parts revisionOf(UpdateIdentity id) {
    return new Parts(
        Map.of(
            "UpdateId", new Guid(id.updateId()), "RevisionNumber", new Whole(id.revisionNumber())));
  }

  static Many ids(List<UUID> ids) {
    return new Many(ids.stream().map(Guid::new).toList());
  }

  /** Filter for the events that end a synchronization. */
  static Parts endingsSince(Instant since) {
    Map<String, SoapValue> filter = new LinkedHashMap<>();
    filter.put(
        "eventIdFilter",
        new Many(
            SyncEvent.ENDINGS.stream()
                .map(event ->
                    new Parts(
                        Map.of("NamespaceId", new Whole(SYNC_EVENTS), "EventId", new Whole(event))))
                .toList()));
    // The filter has each of its times twice, and both are required.
    for (String prefix : List.of("from", "From", "to", "To")) {
      boolean isEnd = prefix.equalsIgnoreCase("to");
      filter.put(prefix + "TimeAtServer", Time.of(isEnd ? END : since));
      filter.put(prefix + "TimeAtTarget", Time.of(isEnd ? END : BEGINNING));
    }
    return new Parts(filter);
  }
}
