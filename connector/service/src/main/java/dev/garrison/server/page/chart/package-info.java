/** Drawings in a page: where each mark goes. */
@NullMarked
package dev.garrison.server.page.chart;

import org.jspecify.annotations.NullMarked;
