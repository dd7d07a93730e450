/** Deployments, and what devices make of them. */
@NullMarked
package dev.garrison.lab.adminservice.deployment;

import org.jspecify.annotations.NullMarked;
