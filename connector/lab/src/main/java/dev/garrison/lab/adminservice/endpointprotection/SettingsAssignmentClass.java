package dev.garrison.lab.adminservice.endpointprotection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.collection.Collections;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The class SMS_ClientSettingsAssignment: assignments of client settings to collections. */
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, SMS_ClientSettingsAssignment server WMI class",
    says =
        "An assignment is created by POST of its two keys and deleted by them; no"
            + " public source shows it over the AdminService.")
final class SettingsAssignmentClass implements ProviderClass {
  private final SiteContext site;
  private final ClientSettings settings;
  private final Collections collections;
  private final Consumer<String> changed;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(long setting, String collection, Instant made) {}

  /**
   * @param changed called with the collection whose settings changed
   */
  SettingsAssignmentClass(
      SiteContext site,
      ClientSettings settings,
      Collections collections,
      Consumer<String> changed) {
    this.site = site;
    this.settings = settings;
    this.collections = collections;
    this.changed = changed;
  }

  /** Adds an assignment, such as one that the site has from the start. */
  void begin(long setting, String collection) {
    entries.add(new Entry(setting, collection, site.timeline().now()));
  }

  /** Removes the assignments to a collection that is deleted. */
  void collectionGoes(String collection) {
    entries.removeIf(entry -> entry.collection().equals(collection));
  }

  /** Number of assignments of each setting, by its id. */
  Map<Long, Long> counts() {
    Map<Long, Long> counts = new HashMap<>();
    entries.forEach(entry -> counts.merge(entry.setting(), 1L, Long::sum));
    return counts;
  }

  /** Settings that are assigned to a device. */
  Stream<AgentSetting> of(int device) {
    return entries.stream()
        .filter(entry -> collections.members(entry.collection()).get(device))
        .flatMap(entry -> settings.find(entry.setting()).stream());
  }

  @Override
  public String name() {
    return "SMS_ClientSettingsAssignment";
  }

  @Override
  public Provenance provenance() {
    return Provenance.documented(
        "MicrosoftDocs/SCCMdocs, SMS_ClientSettingsAssignment server WMI class");
  }

  @Override
  public Stream<ObjectNode> rows() {
    return entries.stream().map(this::row);
  }

  private ObjectNode row(Entry entry) {
    String key = entry.setting() + entry.collection();
    UUID uuid = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    return Rows.row()
        .set("ClientSettingsID", entry.setting())
        .set("CollectionID", entry.collection())
        .set("CollectionName", collections.nameOf(entry.collection()).orElse(""))
        .set("CreationTime", entry.made())
        .set("UniqueID", "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}")
        .done();
  }

  @Override
  public ObjectNode create(ObjectNode body) {
    long setting = Rows.number(body, "ClientSettingsID").orElse(0L);
    String collection = Rows.text(body, "CollectionID").orElse("");
    if (settings.find(setting).isEmpty()) {
      throw Refusal.byProvider("there is no client setting " + setting);
    }
    if (collections.nameOf(collection).isEmpty()) {
      throw Refusal.byProvider("there is no collection " + collection);
    }
    entries.removeIf(entry -> entry.setting() == setting && entry.collection().equals(collection));
    begin(setting, collection);
    changed.accept(collection);
    return row(entries.getLast());
  }

  @Override
  public void delete(ObjectNode existing) {
    long setting = existing.path("ClientSettingsID").asLong();
    String collection = existing.path("CollectionID").asText();
    entries.removeIf(entry -> entry.setting() == setting && entry.collection().equals(collection));
    changed.accept(collection);
  }
}
