/** Required deployments of applications to collections. */
@NullMarked
package dev.garrison.mecm.deployment;

import org.jspecify.annotations.NullMarked;
