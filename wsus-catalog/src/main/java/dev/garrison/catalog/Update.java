package dev.garrison.catalog;

/**
 * One revision of an update as one server has it.
 *
 * @param identity the update and its revision
 * @param labels its publisher's description
 * @param standing its status on this server
 * @param installation properties that matter for its installation
 */
public record Update(
    UpdateIdentity identity, Labels labels, Standing standing, Installation installation) {}
