/** Probe results as JSON, and as a report without the names of the site. */
@NullMarked
package dev.garrison.probe.report;

import org.jspecify.annotations.NullMarked;
