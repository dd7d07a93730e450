package dev.garrison.wsus.sensor;

import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.wsus.problem.SensorProblems;

/** Finds the sensor's product on a server, which is needed to assess any of its updates. */
public final class KnownProduct {
  private KnownProduct() {}

  /**
   * Returns the only such product.
   *
   * @param server its name
   * @throws RefusalException if there is none, or more than one
   */
  public static SensorProduct of(SensorCatalogue catalogue, String server) {
    return catalogue.product().orElseThrow(() -> unknown(catalogue.products().size(), server));
  }

  private static RefusalException unknown(int found, String server) {
    return new RefusalException(
        found == 0 ? SensorProblems.unknown(server) : SensorProblems.ambiguous(server, found));
  }
}
