package dev.garrison.demo;

import java.util.Map;
import java.util.SortedMap;

/**
 * What a demonstration came to.
 *
 * @param plan how many changes of each action the first plan had
 * @param applied whether both runs succeeded
 * @param converged whether the last plan was empty
 * @param devices how many servers are in which state
 */
public record DemoResult(
    String site,
    String route,
    Map<String, Long> plan,
    boolean applied,
    boolean converged,
    SortedMap<String, Integer> devices) {}
