package dev.garrison.wsus.status;

import dev.garrison.catalog.Update;
import java.util.List;
import java.util.Optional;

/**
 * Update of Microsoft Defender Antivirus, which Garrison shows and never changes. Without these
 * updates, the sensor is half of the protection.
 *
 * @param article of the Knowledge Base
 * @param what the kind of update, in words
 * @param newest the newest that is in force; empty where the server has none
 * @param approved names of the groups for which it is approved for installation
 */
public record NeighbourStanding(
    String article, String what, Optional<Update> newest, List<String> approved) {
  public NeighbourStanding {
    approved = List.copyOf(approved);
  }
}
