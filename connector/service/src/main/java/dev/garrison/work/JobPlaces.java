package dev.garrison.work;

import dev.garrison.connection.Pause;
import dev.garrison.manifest.Manifest;
import dev.garrison.payload.Packages;
import dev.garrison.session.Sessions;
import dev.garrison.wsus.servers.WsusAccess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Files, servers, and clock that jobs work with.
 *
 * @param file the manifest, read again by each run
 * @param state the state folder; empty: in the folder of the manifest
 * @param packages verifies the packages of a manifest
 * @param clock with the zone of the computer
 * @param pause how to wait
 */
public record JobPlaces(
    Path file,
    Optional<Path> state,
    Sessions sessions,
    WsusAccess.Opening updateServers,
    BiFunction<Manifest, Instant, Packages> packages,
    Clock clock,
    Pause pause) {}
