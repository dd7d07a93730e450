package dev.garrison.demo;

import java.util.Map;
import java.util.SortedMap;

/**
 * Result of a demonstration.
 *
 * @param plan the number of changes in the first plan, by action
 * @param applied whether both runs succeeded
 * @param converged whether the last plan was empty
 * @param devices the number of servers, by state
 */
public record DemoResult(
    String site,
    String route,
    Map<String, Long> plan,
    boolean applied,
    boolean converged,
    SortedMap<String, Integer> devices) {}
