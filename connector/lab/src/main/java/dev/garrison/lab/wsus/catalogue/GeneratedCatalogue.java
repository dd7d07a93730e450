package dev.garrison.lab.wsus.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Generates a large catalog from a seed. Most updates do not matter to Garrison. Some hundred are
 * updates of the sensor in families and channels; they supersede each other in windows of ten, with
 * links missing, and some are expired or revised.
 */
public final class GeneratedCatalogue {
  private static final int WINDOW = 10;
  private static final int SENSORS_PER_LINE = 36;
  private static final List<String> FAMILIES =
      List.of("", "Windows 10/11", "Windows Server 2019", "Windows Server 2022");
  private static final List<String> CHANNELS =
      List.of("Beta Channel", "Current Channel (Preview)", "Current Channel (Staged)", "");
  private static final List<UUID> PRODUCTS =
      List.of(Categories.SERVER_2016, Categories.SERVER_2019, Categories.DEFENDER_ANTIVIRUS);
  private static final List<UUID> CLASSIFICATIONS =
      List.of(
          Categories.SECURITY_UPDATES, Categories.CRITICAL_UPDATES, Categories.DEFINITION_UPDATES);
  private final Random random;
  private final Instant newest;

  /**
   * Creates a generator.
   *
   * @param seed the same seed gives the same catalog
   * @param newest the time of the newest update
   */
  public GeneratedCatalogue(long seed, Instant newest) {
    this.random = new Random(seed);
    this.newest = newest;
  }

  /** Publishes about {@code size} updates that can be approved. */
  public void publishInto(Feed feed, int size) {
    int sensors = 0;
    for (String family : FAMILIES) {
      for (String channel : family.isEmpty() ? List.of("") : CHANNELS) {
        sensors += line(feed, family, channel, size - sensors);
      }
    }
    for (int i = sensors; i < size; i++) {
      feed.publish(other(i));
    }
  }

  private int line(Feed feed, String family, String channel, int room) {
    List<UUID> before = new ArrayList<>();
    int count = Math.clamp(room, 0, SENSORS_PER_LINE);
    for (int i = 0; i < count; i++) {
      String version = "10.%d.%d.%d".formatted(8700 + i * 4, 25000 + i * 30, 1000 + i);
      Instant created = newest.minus(Duration.ofDays(14L * (count - i)));
      Sensor sensor = new Sensor(family, version, channel);
      if (random.nextInt(12) == 0) {
        before.add(SensorUpdates.idOf(sensor));
        continue;
      }
      UUID id =
          feed.publish(
              sensor, created, before.subList(Math.max(0, before.size() - WINDOW), before.size()));
      before.add(id);
      if (random.nextInt(15) == 0) {
        feed.rerelease(id);
      }
      if (random.nextInt(20) == 0) {
        feed.expire(id);
      }
    }
    return count;
  }

  private Revision other(int number) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    String article = String.valueOf(4_000_000 + number);
    return new Revision(
        new RevisionKey(id, 100 + random.nextInt(4)),
        new Texts(
            Map.of(
                "en",
                "%d-%02d Cumulative Update %d for Windows Server (KB%s)"
                    .formatted(2018 + number % 8, 1 + number % 12, number, article)),
            "Install this update to resolve issues in Windows."),
        List.of(article),
        random.nextInt(5),
        Optional.empty(),
        random.nextInt(30) == 0,
        true,
        newest.minus(Duration.ofHours(number)),
        new Behaviour(0, 2, false, true),
        new Relations(
            CLASSIFICATIONS.get(random.nextInt(CLASSIFICATIONS.size())),
            List.of(PRODUCTS.get(random.nextInt(PRODUCTS.size()))),
            List.of(),
            List.of()),
        List.of(),
        Optional.empty());
  }
}
