/** Deployments against the lab. */
@NullMarked
package dev.garrison.mecm.deployment;

import org.jspecify.annotations.NullMarked;
