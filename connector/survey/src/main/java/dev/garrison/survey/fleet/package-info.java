/**
 * Reads the site's data on the servers of a manifest's rings. The number of requests depends on
 * collections, deployments, and classes, not on the number of servers.
 */
@NullMarked
package dev.garrison.survey.fleet;

import org.jspecify.annotations.NullMarked;
