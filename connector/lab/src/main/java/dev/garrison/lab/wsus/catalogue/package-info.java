/** Updates, revisions, and categories that Microsoft publishes. */
@NullMarked
package dev.garrison.lab.wsus.catalogue;

import org.jspecify.annotations.NullMarked;
