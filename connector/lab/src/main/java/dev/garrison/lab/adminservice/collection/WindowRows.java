package dev.garrison.lab.adminservice.collection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.device.MaintenanceWindow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** Rows of SMS_CollectionSettings for collections that have a maintenance window. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source =
        "MicrosoftDocs/memdocs, configmgr/develop/reference: SMS_CollectionSettings, SMS_ServiceWindow",
    says =
        "Windows are embedded in SMS_CollectionSettings, a lazy property; ServiceWindowType is 1 general, 4 software updates, 5 task sequences, and Duration is in minutes.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/memdocs, configmgr/develop/reference: SMS_CollectionSettings",
    says =
        "A collection without any setting has no SMS_CollectionSettings; ServiceWindowSchedules is left empty here.")
final class WindowRows {
  private static final int DAILY = 2;
  private static final int WEEKLY = 3;

  private final SiteContext site;
  private final Collections collections;
  private final Instant since;

  WindowRows(SiteContext site, Collections collections) {
    this.site = site;
    this.collections = collections;
    this.since = site.timeline().now();
  }

  /** Name of the collection that has this window in the lab. */
  static String name(MaintenanceWindow window) {
    return "Window %s%s %s, %d min"
        .formatted(
            window.isGeneral() ? "" : window.kind().name().toLowerCase(Locale.ROOT) + " ",
            window
                .day()
                .map(DayOfWeek::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse("daily"),
            window.start(),
            window.length().toMinutes());
  }

  Stream<ObjectNode> rows() {
    return collections.windows().entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .toList()
        .stream();
  }

  private ObjectNode row(String collection, MaintenanceWindow window) {
    ArrayNode windows = JsonNodeFactory.instance.arrayNode();
    windows.add(embedded(collection, window));
    return Rows.row()
        .set("CollectionID", collection)
        .set("SourceSite", site.code())
        .set("LastModificationTime", since)
        .set("ServiceWindows", windows)
        .done();
  }

  private ObjectNode embedded(String collection, MaintenanceWindow window) {
    return Rows.row()
        .set("Name", name(window))
        .set("Description", "")
        .set("Duration", window.length().toMinutes())
        .set("IsEnabled", true)
        .set("IsGMT", true)
        .set("RecurrenceType", window.day().isPresent() ? WEEKLY : DAILY)
        .set("ServiceWindowID", "{00000000-0000-4000-8000-0000" + collection + "}")
        .set("ServiceWindowType", window.kind().number())
        .set("StartTime", since.atZone(ZoneOffset.UTC).with(window.start()).toInstant())
        .done();
  }
}
