package dev.garrison.support;

import dev.garrison.jobaccess.JobAccessOpening;
import dev.garrison.probe.ProbeAccess;
import dev.garrison.session.Operator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Sources of a support bundle.
 *
 * @param state the state folder; empty: {@code .garrison} in the folder of the manifest
 * @param opening opens the history to read it
 * @param probing opens the site for a probe; empty: no probe
 * @param operator the user who creates the bundle
 * @param clock with the zone of the computer
 */
public record SupportSources(
    Path manifest,
    Optional<Path> state,
    JobAccessOpening opening,
    Optional<ProbeAccess.Opening> probing,
    Operator operator,
    Clock clock) {}
