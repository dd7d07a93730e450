/** Manages required deployments of applications to collections, and reads their status. */
@NullMarked
package dev.garrison.mecm.deployment;

import org.jspecify.annotations.NullMarked;
