package dev.garrison.catalog.sensor;

import dev.garrison.catalog.Update;
import java.util.UUID;

/**
 * Recognizes updates of the sensor by KB article number, product, and title, all three. One KB
 * number covers many updates for different systems and channels, and another product may use it
 * too.
 *
 * @param kbArticle digits only
 * @param product the category "Microsoft Defender for Endpoint" as this server knows it. Its id is
 *     not published, so it is found by kind and English title and remembered
 */
public record SensorProduct(String kbArticle, UUID product) {
  /** The article that all updates of the sensor share. */
  public static final String KB_ARTICLE = "5005292";

  /** The sensor, if its product has this id. */
  public static SensorProduct of(UUID product) {
    return new SensorProduct(KB_ARTICLE, product);
  }

  /** Recognizes this update. */
  public Recognition recognise(Update update) {
    if (!update.labels().kbArticles().contains(kbArticle)) {
      return new Recognition.Unrelated();
    }
    if (!update.labels().isOfProduct(product)) {
      return new Recognition.OtherProduct();
    }
    return switch (SensorTitle.parse(update.labels().title())) {
      case SensorTitle.Unparseable(String why) -> new Recognition.Unparseable(why);
      case SensorTitle.Parsed parsed ->
          parsed.kbArticle().equals(kbArticle)
              ? new Recognition.Ours(new SensorUpdate(parsed.line(), parsed.version(), update))
              : new Recognition.Unparseable(
                  "it names KB"
                      + parsed.kbArticle()
                      + ", the update's own article is KB"
                      + kbArticle);
    };
  }
}
