package dev.garrison.catalog.sensor;

/** Recognition of an update as one of the sensor, or not. */
public sealed interface Recognition {
  /** An update of the sensor. */
  record Ours(SensorUpdate sensor) implements Recognition {}

  /** The update belongs to another KB. */
  record Unrelated() implements Recognition {}

  /** The update has the KB number, but is not of the product. */
  record OtherProduct() implements Recognition {}

  /**
   * The update has the KB and the product, but its title cannot be read.
   *
   * @param why a clause that begins with "it" or "its"
   */
  record Unparseable(String why) implements Recognition {}
}
