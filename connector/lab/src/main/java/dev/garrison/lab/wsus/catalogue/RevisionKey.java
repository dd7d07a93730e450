package dev.garrison.lab.wsus.catalogue;

import java.util.UUID;

/** Which revision of which update. */
public record RevisionKey(UUID updateId, int number) {}
