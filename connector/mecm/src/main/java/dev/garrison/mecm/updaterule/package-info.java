/**
 * What a person makes so that a site keeps the sensor up to date by itself: the product among those
 * that are synchronised, and an automatic deployment rule for each ring. Looked at, never written.
 */
@NullMarked
package dev.garrison.mecm.updaterule;

import org.jspecify.annotations.NullMarked;
