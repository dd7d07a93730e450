package dev.garrison.survey.fleet;

import java.util.List;

/**
 * Source of facts about the servers of a fleet. Several sources fill the same fleet, one after the
 * other.
 */
interface FactSource {
  /**
   * Reads the available facts.
   *
   * @return notes on facts that cannot be read on this site
   */
  List<String> read();
}
