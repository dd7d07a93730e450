/**
 * Manages device collections, which select the servers of a deployment. Rules that a site cannot
 * change over the service become manual steps.
 */
@NullMarked
package dev.garrison.mecm.collection;

import org.jspecify.annotations.NullMarked;
