package dev.garrison.survey;

import dev.garrison.fleet.table.Fleet;
import dev.garrison.survey.ring.RingFacts;

/**
 * Facts about the rings from one reading of their site.
 *
 * @param fleet the servers whose antivirus the facts count; empty where nothing depends on them
 */
public record RingSurvey(RingFacts facts, Fleet fleet) {}
