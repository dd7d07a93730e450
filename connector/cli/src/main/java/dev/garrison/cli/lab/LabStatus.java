package dev.garrison.cli.lab;

import dev.garrison.json.JsonForm;
import java.time.Instant;
import java.util.List;

/**
 * State of a running lab, as its control answers.
 *
 * @param releases to which the site can be upgraded
 * @param speed how many times as fast as real time its clock runs
 * @param time on the site
 */
record LabStatus(
    String adminService,
    List<String> faults,
    List<String> releases,
    int speed,
    Instant time,
    List<String> updateServers,
    String version)
    implements JsonForm {}
