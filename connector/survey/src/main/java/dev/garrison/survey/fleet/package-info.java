/**
 * Reads what a site knows of the servers of a manifest's rings, in as many requests as there are
 * collections, deployments and classes, however many servers there are.
 */
@NullMarked
package dev.garrison.survey.fleet;

import org.jspecify.annotations.NullMarked;
