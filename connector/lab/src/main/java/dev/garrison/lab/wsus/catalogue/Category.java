package dev.garrison.lab.wsus.catalogue;

import java.util.Optional;
import java.util.UUID;

/** A company, product family, product, or classification. */
public record Category(UUID id, CategoryKind kind, Optional<UUID> parent, Texts texts) {
  /** Whether it is a classification, and not a part of the tree of products. */
  public boolean isClassification() {
    return kind == CategoryKind.CLASSIFICATION;
  }
}
