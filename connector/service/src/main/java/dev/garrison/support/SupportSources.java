package dev.garrison.support;

import dev.garrison.book.JobBooks;
import dev.garrison.probe.ProbeAccess;
import dev.garrison.session.Operator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Where a bundle comes from.
 *
 * @param state the state folder; empty: {@code .garrison} beside the manifest
 * @param books open the history to read it
 * @param probing how the site is looked at; empty: it is not
 * @param operator who makes it
 * @param clock with the zone of the computer
 */
public record SupportSources(
    Path manifest,
    Optional<Path> state,
    JobBooks books,
    Optional<ProbeAccess.Opening> probing,
    Operator operator,
    Clock clock) {}
