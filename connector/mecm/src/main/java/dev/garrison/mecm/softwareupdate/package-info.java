/**
 * Reads a site's data about the sensor's update. These are releases, deployments to collections,
 * automatic deployment rules, and the synchronization of its software update point. Read-only.
 */
@NullMarked
package dev.garrison.mecm.softwareupdate;

import org.jspecify.annotations.NullMarked;
