/**
 * Configuration Manager's own way of bringing the agent: the client setting that installs it and
 * the policy that onboards it.
 */
@NullMarked
package dev.garrison.lab.adminservice.endpointprotection;

import org.jspecify.annotations.NullMarked;
