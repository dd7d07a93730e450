/**
 * Models an application of Configuration Manager as values, either as an intent or as an
 * observation.
 */
@NullMarked
package dev.garrison.mecm.application.model;

import org.jspecify.annotations.NullMarked;
