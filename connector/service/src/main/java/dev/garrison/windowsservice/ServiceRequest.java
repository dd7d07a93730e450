package dev.garrison.windowsservice;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Wishes of an administrator for the service. What is empty stays as it is where the service is
 * there already.
 *
 * @param account it runs as
 * @param manifest the file that it serves
 * @param state its state folder
 * @param start when it starts
 */
public record ServiceRequest(
    Optional<ServiceAccount> account,
    Optional<Path> manifest,
    Optional<Path> state,
    Optional<ServiceStart> start) {}
