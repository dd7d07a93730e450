package dev.garrison.catalog;

/**
 * One revision of an update as one server has it.
 *
 * @param identity which update, and which revision
 * @param labels what its publisher says of it
 * @param standing how this server sees it
 * @param installation what matters when it is installed
 */
public record Update(
    UpdateIdentity identity, Labels labels, Standing standing, Installation installation) {}
