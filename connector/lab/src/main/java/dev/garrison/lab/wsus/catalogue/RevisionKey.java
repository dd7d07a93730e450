package dev.garrison.lab.wsus.catalogue;

import java.util.UUID;

/** Key of a revision: the update and the number of the revision. */
public record RevisionKey(UUID updateId, int number) {}
