/** Charts in pages: the positions of their marks. */
@NullMarked
package dev.garrison.server.page.chart;

import org.jspecify.annotations.NullMarked;
