/** Required deployments of applications to collections, and what is known of them. */
@NullMarked
package dev.garrison.mecm.deployment;

import org.jspecify.annotations.NullMarked;
