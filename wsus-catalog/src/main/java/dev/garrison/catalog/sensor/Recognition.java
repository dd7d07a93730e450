package dev.garrison.catalog.sensor;

/** What an update is to whoever looks after the sensor. */
public sealed interface Recognition {
  /** An update of the sensor. */
  record Ours(SensorUpdate sensor) implements Recognition {}

  /** It is of another KB. */
  record Unrelated() implements Recognition {}

  /** It has the KB number, but is not of the product. */
  record OtherProduct() implements Recognition {}

  /**
   * It is of the KB and the product, but its title does not say which update it is.
   *
   * @param why a clause that begins with "it" or "its"
   */
  record Unparseable(String why) implements Recognition {}
}
