/**
 * Checks the site objects that keep the sensor up to date; the administrator creates them. These
 * are the product among those that are synchronized, and an automatic deployment rule for each
 * ring. Read-only.
 */
@NullMarked
package dev.garrison.mecm.updaterule;

import org.jspecify.annotations.NullMarked;
