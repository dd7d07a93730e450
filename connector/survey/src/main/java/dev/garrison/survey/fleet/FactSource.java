package dev.garrison.survey.fleet;

import java.util.List;

/** Where facts about the servers of a fleet come from. One after the other fills the same fleet. */
interface FactSource {
  /** Reads what it can, and says what it cannot on this site. */
  List<String> read();
}
