/**
 * Facts about each server, and the status and remedies that follow from them. Makes no requests.
 */
@NullMarked
package dev.garrison.fleet;

import org.jspecify.annotations.NullMarked;
