/**
 * What the parts of the simulated SMS Provider share: refusals, time, rows, and the contract of a
 * class.
 */
@NullMarked
package dev.garrison.lab.adminservice.provider;

import org.jspecify.annotations.NullMarked;
