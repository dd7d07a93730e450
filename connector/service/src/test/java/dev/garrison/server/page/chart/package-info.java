/** Drawings. */
@NullMarked
package dev.garrison.server.page.chart;

import org.jspecify.annotations.NullMarked;
