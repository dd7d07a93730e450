/** A report without names. */
@NullMarked
package dev.garrison.probe.report;

import org.jspecify.annotations.NullMarked;
