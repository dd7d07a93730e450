/**
 * Packages as the Defender portal makes them, made by the tests with a signing chain of their own.
 */
@NullMarked
package dev.garrison.payload.sample;

import org.jspecify.annotations.NullMarked;
