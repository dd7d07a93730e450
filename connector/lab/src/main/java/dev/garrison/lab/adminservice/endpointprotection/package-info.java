/**
 * Configuration Manager's own deployment of the agent. A client setting installs the agent, and a
 * policy onboards it.
 */
@NullMarked
package dev.garrison.lab.adminservice.endpointprotection;

import org.jspecify.annotations.NullMarked;
