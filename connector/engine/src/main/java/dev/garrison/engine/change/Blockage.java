package dev.garrison.engine.change;

/**
 * Cause for which a change cannot be made until a person acts. A change that waits becomes possible
 * without one.
 *
 * @param problem what is in the way, as a clause
 * @param remedy what a person does about it, as a sentence
 */
public record Blockage(String problem, String remedy) {}
