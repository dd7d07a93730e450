/**
 * WSUS section of the manifest: servers, computer groups of rings, and rules for the sensor's
 * update.
 */
@NullMarked
package dev.garrison.manifest.wsus;

import org.jspecify.annotations.NullMarked;
