package dev.garrison.catalog.sensor;

import dev.garrison.catalog.Update;
import java.util.Comparator;
import java.util.UUID;

/**
 * An update of the EDR sensor.
 *
 * @param line its family and channel
 * @param version compares with versions of the same line only
 * @param update the server's data about it
 */
public record SensorUpdate(ReleaseLine line, SensorVersion version, Update update) {
  /** Order by line, then by version, then by identity. */
  public static final Comparator<SensorUpdate> ORDER =
      Comparator.comparing(SensorUpdate::line)
          .thenComparing(SensorUpdate::version)
          .thenComparing(sensor -> sensor.update().identity())
          .thenComparing(SensorUpdate::toString);

  /** The id of the update, the same for all revisions. */
  public UUID id() {
    return update.identity().updateId();
  }

  /** Line and version in short, such as {@code unified agent 10.8760.27617.1006}. */
  public String named() {
    String where = line.channel().name().isEmpty() ? line.family().toString() : line.toString();
    return where + " " + version;
  }
}
