/** Drafts manifest text for a first manifest, or for an additional {@code offboard} entry. */
@NullMarked
package dev.garrison.manifest.draft;

import org.jspecify.annotations.NullMarked;
