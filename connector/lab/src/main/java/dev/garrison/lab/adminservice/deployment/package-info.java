/** Deployments, and their effect on simulated devices. */
@NullMarked
package dev.garrison.lab.adminservice.deployment;

import org.jspecify.annotations.NullMarked;
