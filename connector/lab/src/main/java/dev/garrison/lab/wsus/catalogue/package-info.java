/** What Microsoft publishes: updates, their revisions, categories. */
@NullMarked
package dev.garrison.lab.wsus.catalogue;

import org.jspecify.annotations.NullMarked;
