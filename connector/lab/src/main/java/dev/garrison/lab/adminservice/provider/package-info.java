/**
 * Shared parts of the simulated SMS Provider: refusals, time, rows, and the interface of a class.
 */
@NullMarked
package dev.garrison.lab.adminservice.provider;

import org.jspecify.annotations.NullMarked;
