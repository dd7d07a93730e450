package dev.garrison.catalog.sample;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.ContentState;
import dev.garrison.catalog.Installation;
import dev.garrison.catalog.Labels;
import dev.garrison.catalog.Licence;
import dev.garrison.catalog.Publication;
import dev.garrison.catalog.Standing;
import dev.garrison.catalog.Update;
import dev.garrison.catalog.UpdateIdentity;
import dev.garrison.catalog.sensor.SensorProduct;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An update in the making: published, latest revision, nothing against it, unless it is told. */
public final class Draft {
  public static final SensorProduct SENSOR =
      SensorProduct.of(UUID.fromString("5e000000-0000-4000-8000-000000000001"));
  public static final UUID ANTIVIRUS = UUID.fromString("8c3fcc84-7410-4a95-8b89-a166a0190486");
  public static final Instant ARRIVED = Instant.parse("2026-06-01T00:00:00Z");

  private final UUID id;
  private String title;
  private int revision = 1;
  private String kbArticle = SensorProduct.KB_ARTICLE;
  private UUID product = SENSOR.product();
  private Publication publication = Publication.PUBLISHED;
  private boolean latest = true;
  private boolean declined;
  private boolean superseded;
  private Instant arrived = ARRIVED;
  private ContentState content = ContentState.READY;
  private boolean licence;
  private boolean inBundle;

  private Draft(UUID id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The id that stands for a small number. */
  public static UUID id(int number) {
    return new UUID(0, number);
  }

  /** Of the unified agent, with a version that ends so. */
  public static Draft sensor(int number, String lastOfVersion) {
    return new Draft(id(number), title("", lastOfVersion, ""));
  }

  public static String title(String family, String lastOfVersion, String channel) {
    return (family.isEmpty() ? "" : family + " - ")
        + "Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020."
        + lastOfVersion
        + ")"
        + (channel.isEmpty() ? "" : " - " + channel);
  }

  public Draft title(String text) {
    title = text;
    return this;
  }

  public Draft revision(int number) {
    revision = number;
    return this;
  }

  public Draft kbArticle(String number) {
    kbArticle = number;
    return this;
  }

  public Draft product(UUID category) {
    product = category;
    return this;
  }

  public Draft publication(Publication state) {
    publication = state;
    return this;
  }

  public Draft earlierRevision() {
    latest = false;
    return this;
  }

  public Draft declined() {
    declined = true;
    return this;
  }

  public Draft superseded() {
    superseded = true;
    return this;
  }

  public Draft arrived(Instant time) {
    arrived = time;
    return this;
  }

  public Draft content(ContentState state) {
    content = state;
    return this;
  }

  public Draft withLicence() {
    licence = true;
    return this;
  }

  public Draft inBundle() {
    inBundle = true;
    return this;
  }

  public Update update() {
    return new Update(
        new UpdateIdentity(id, revision),
        Labels.of(
            title,
            Set.of(kbArticle),
            Set.of(new Category(Category.Kind.PRODUCT, product, "a product"))),
        new Standing(
            publication,
            latest,
            declined,
            superseded,
            Optional.empty(),
            Instant.parse("2026-05-01T00:00:00Z"),
            arrived),
        new Installation(
            content,
            licence ? new Licence(Optional.of(id(999)), true, false) : Licence.NONE,
            false,
            inBundle));
  }
}
